/** Third-party packages that only `deno task build` needs; never loaded by a running VM. */
export { default as ts } from "npm:typescript@6.0.3";
