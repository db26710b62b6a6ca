/**
 * The command line: hands on to `commands/main.ts`, as `deno task build` bundled it (`toolkit/bundle`), because that starts faster.
 */

// @ts-types="./commands/main.ts"
import { main } from "./dist/main.js";

// Workers and open terminals must not keep a finished program alive.
if (import.meta.main) Deno.exit(await main(Deno.args));
