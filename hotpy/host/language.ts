import type { Language } from "../../toolkit/host/language.ts";
export const python = null as unknown as Language;
