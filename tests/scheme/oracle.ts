/**
 * Asks other Schemes what they say to the tests: which expectations Guile and Chez don't share.
 *
 *     deno run -A tests/scheme/oracle.ts                    every file of r7rs/ with Guile
 *     deno run -A tests/scheme/oracle.ts 6_2_numbers.scm    one file
 *     deno run -A tests/scheme/oracle.ts --chez=LIBRARIES   with Chez and a folder of R7RS libraries for it
 *     deno run -A tests/scheme/oracle.ts --folder=srfi      another folder
 *
 * Prints one line per difference. Differences that have a reason are written into the file as `;; guile:` or `;; chez:` comments.
 */

import { instrumented, mismatches, suitesIn } from "./suite.ts";

if (import.meta.main) {
  const option = (name: string) => Deno.args.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1];
  const wanted = Deno.args.filter((arg) => !arg.startsWith("--"));
  const libraries = option("chez");
  const oracle = libraries === undefined ? "guile" : "chez";
  const command = libraries === undefined ? ["guile", "--no-auto-compile", "--r7rs"] : ["scheme", "--libdirs", libraries, "--program"];
  let count = 0;
  for (const suite of suitesIn(new URL(`./${option("folder") ?? "r7rs"}/`, import.meta.url))) {
    if (wanted.length > 0 && !wanted.includes(suite.name) || suite.notFor.includes(oracle)) continue;
    const { output, errors } = run(command, instrumented(suite, { evaluated: libraries === undefined, oracle }));
    const differences = mismatches(suite, output, oracle);
    count += differences.length;
    for (const line of differences) console.log(line);
    if (differences.length > 0 && errors !== "") console.log(errors);
  }
  console.log(`${count} differences`);
}

function run(command: string[], program: string): { output: string; errors: string } {
  const file = Deno.makeTempFileSync({ suffix: ".scm" });
  Deno.writeTextFileSync(file, program);
  const environment = { GUILE_WARN_DEPRECATED: "no" };
  const { stdout, stderr } = new Deno.Command(command[0], { args: [...command.slice(1), file], env: environment }).outputSync();
  Deno.removeSync(file);
  const decoder = new TextDecoder();
  const errors = decoder.decode(stderr).split("\n").filter((line) => !/^(WARNING|;;;|Some deprecated)/.test(line)).slice(0, 12).join("\n");
  // The oracles write bytevectors as R6RS does.
  return { output: decoder.decode(stdout).replaceAll("#vu8(", "#u8("), errors };
}
