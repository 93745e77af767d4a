package io.duplex.e2e.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What nobody sends who means well: as values, bodies, ids, parameters and headers. */
final class Hostile {
    /** Values in place of any other, as JSON or nearly so. */
    static final List<String> VALUES = lines(
            """
            null  0  -1  -0.0  1.5  1e400  -1e400  2147483648  -2147483649  9223372036854775808  0.1e-400  NaN  Infinity
            123456789012345678901234567890  0x10  01  +1  true  []  {}  [null]  [[]]  {"a":{}}  ""  "1e2"  "2026-02-30"
            "\\u0000"  "a\\u0000b"  "\\ud800"  "\\udc00\\ud800"  "\\uffff"  "\\u202e\\u200f"  "\\ud83d\\ude00"  "\\u0020"
            "';DROP/**/TABLE/**/orders;--"  "'/**/OR/**/'1'='1"  "${jndi:ldap://127.0.0.1/a}"  "#{7*7}{{7*7}}${7*7}"  "%s%n%x"
            "<script>alert(1)</script>"  "../../../../etc/passwd"  "a\\r\\nX-Injected:1"  "+999999999-12-31T23:59:59Z"
            """,
            "\"" + "x".repeat(5_000) + "\"",
            "\"" + "\\u00e4".repeat(3_000) + "\"",
            "1".repeat(2_000),
            "0." + "1".repeat(2_000));

    /** Whole bodies. */
    static final List<String> BODIES = lines(
            """
            []  17  true  "text"  {}  [{}]  {'a':1}  {a:1}  {"a":1,}  [1,2  {"a"  nul  tru  -  NaN  <a/>  a=1&b=2  //a
            {"\\u0000":1}  {"__proto__":{},"constructor":1}  {"@class":"java.lang.Runtime"}  ["java.util.ArrayList",[]]
            {"":""}  {"a":1,"a":2}  \uFEFF{}  \uE0FF\uE0FE{\uE000}\uE000  {"a":"\uE0C3\uE028"}  {"\uE0ED\uE0A0\uE080":1}
            """,
            " ",
            "\n\n",
            "\0",
            "{}\0",
            "\"" + "\\".repeat(99),
            "[".repeat(20_000),
            "{\"a\":".repeat(9_000),
            "[".repeat(5_000) + "]".repeat(5_000),
            "9".repeat(60_000),
            "\"" + "x".repeat(60_000) + "\"");

    /** Ids in a path, percent-encoded. */
    static final List<String> IDS = lines(
            """
            0  -1  1e3  null  undefined  NaN  true  %00  a%00b  %0d%0aX-Injected:1  %FF  %C0%AF  %F0%9F%98%80  %25  %20  +  *
            '%20OR%201=1--  %3Cscript%3E  $%7B7*7%7D  ~  a;b=c  %7Bid%7D  00000000-0000-0000-0000-000000000000
            01900000-0000-7000-8000-00000000dead%20  01900000-0000-7000-8000-00000000DEAD
            """,
            "x".repeat(1_500));

    /** Values of query parameters, percent-encoded. */
    static final List<String> PARAMETERS = lines(
            """
            0  -1  1.5  abc  null  99999999999999999999  %00  a%00b  %FF  %C0%AF  %F0%9F%98%80  %25  %20  +  *  []  true
            '%20OR%201=1--  %3Cscript%3E  $%7Bjndi:x%7D  2026-02-30  2026-11-21T10:00:00Z  -999999999-01-01T00:00:00Z
            %2B999999999-12-31T23:59:59Z  AAAA  %21%21  ====  bm8tc3VjaA  AAECAwQ
            MDE5MDAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDBkZWFk
            """,
            "", "x".repeat(1_500));

    /** Values of headers, by the headers' names. */
    static final Map<String, List<String>> HEADERS = headers(
            """
            Accept: |*/*;q=0|text/html|application/*|x|a/b/c|application/json;q=2|,,,
            Accept-Language: |*|;;;|xx-yy-zz
            Accept-Encoding: gzip|identity;q=0|br, *;q=0|;
            Authorization: Bearer|Bearer a.b.c|Basic YTpi|x|Bearer eyJhbGciOiJub25lIn0.e30.
            If-None-Match: |*|"|"999999999999999999999"|W/"1"|1|"1","2"|,,,
            If-Match: |"|"999999999999999999999"|W/"1"|1|"-1"|"1","2"
            If-Modified-Since: yesterday|Sat, 21 Nov 2026 10:00:00 GMT
            Range: bytes=0-1|bytes=-|x
            Idempotency-Key: |"|""|a b|;a=1|"a";b|\u00e4
            X-Request-Id: |a b|<script>|${x}
            traceparent: |00|00-0-0-0|ff-00000000000000000000000000000000-0000000000000000-01
            Forwarded: for="_x";host=evil.example;proto=javascript
            X-HTTP-Method-Override: DELETE
            Origin: null|https://evil.example
            """);

    /** Values of headers that describe a body. */
    static final Map<String, List<String>> BODY_HEADERS = headers(
            """
            Content-Type: |x|text/json|application/json;charset=utf-16|application/json;charset=none|application/*\
            |application/xml|application/json;charset|multipart/form-data;boundary=x|application/x-www-form-urlencoded\
            |APPLICATION/JSON|application/json, application/json
            Content-Encoding: gzip|deflate|br|x
            """);

    private Hostile() {}

    /** The words of a text, which stand two blanks apart, and more. */
    private static List<String> lines(String words, String... more) {
        return Stream.concat(words.lines().flatMap(line -> Stream.of(line.split(" {2}", -1))), Stream.of(more))
                .toList();
    }

    private static Map<String, List<String>> headers(String lines) {
        var headers = new LinkedHashMap<String, List<String>>();
        lines.lines()
                .forEach(line -> headers.put(
                        line.substring(0, line.indexOf(':')),
                        List.of(line.substring(line.indexOf(':') + 1).strip().split("\\|", -1))));
        return headers;
    }
}
