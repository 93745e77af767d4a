/** Kubernetes manifests as files: found in folders, read strictly, and complained about by file and field. */
package io.duplex.gateway.manifests;
