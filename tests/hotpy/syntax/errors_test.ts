import { assertEquals } from "../../assert.ts";
