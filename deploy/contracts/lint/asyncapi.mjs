// Parses AsyncAPI documents with the initiative's own parser: prints errors and warnings, and fails if there are any.
import { Parser, fromFile } from '@asyncapi/parser';

const WARNING = 1;
const parser = new Parser();
for (const file of process.argv.slice(2)) {
  const { diagnostics } = await fromFile(parser, file).parse();
  for (const { code, message, path, severity } of diagnostics.filter((found) => found.severity <= WARNING)) {
    console.log(`${file} ${path.join('/')} ${code} (${severity}): ${message}`);
    process.exitCode = 1;
  }
}
