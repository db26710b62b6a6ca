/**
 * Token kinds and the tables on them: what the lexer writes and the parser reads.
 *
 * Invariant: kinds are small integers in four groups that can be told apart by comparing: structure (< 16), operators (16–79),
 * keywords (80 and up). Soft keywords (`match`, `case`, `type`, `_`) are `NAME`.
 */

export const ENDMARKER = 0;
export const NAME = 1;
export const NUMBER = 2;
export const STRING = 3;
export const NEWLINE = 4;
export const INDENT = 5;
export const DEDENT = 6;
export const FSTRING_START = 7;
export const FSTRING_MIDDLE = 8;
export const FSTRING_END = 9;
export const TSTRING_START = 10;
/** Where the lexer gave up; always the last token. */
export const ERROR = 11;

export const LPAR = 16;
export const RPAR = 17;
export const LSQB = 18;
export const RSQB = 19;
export const LBRACE = 20;
export const RBRACE = 21;
export const COLON = 22;
export const COMMA = 23;
export const SEMI = 24;
export const DOT = 25;
export const ELLIPSIS = 26;
export const EQUAL = 27;
export const ARROW = 28;
export const COLONEQUAL = 29;
export const AT = 30;
export const PLUS = 31;
export const MINUS = 32;
export const STAR = 33;
export const DOUBLESTAR = 34;
export const SLASH = 35;
export const DOUBLESLASH = 36;
export const PERCENT = 37;
export const VBAR = 38;
export const AMPER = 39;
export const CIRCUMFLEX = 40;
export const TILDE = 41;
export const LEFTSHIFT = 42;
export const RIGHTSHIFT = 43;
export const EQEQUAL = 44;
export const NOTEQUAL = 45;
export const LESS = 46;
export const LESSEQUAL = 47;
export const GREATER = 48;
export const GREATEREQUAL = 49;
/** `!` of a replacement field; a syntax error elsewhere. */
export const EXCLAMATION = 50;
/** A character that is no token of Python (`$`, `?`, a backquote, `<>`): the parser rejects it. */
export const STRAY = 51;
/** The augmented assignments are in the order of their operators, from `@=` on. */
export const ATEQUAL = 60;
export const PLUSEQUAL = 61;
export const MINEQUAL = 62;
export const STAREQUAL = 63;
export const DOUBLESTAREQUAL = 64;
export const SLASHEQUAL = 65;
export const DOUBLESLASHEQUAL = 66;
export const PERCENTEQUAL = 67;
export const VBAREQUAL = 68;
export const AMPEREQUAL = 69;
export const CIRCUMFLEXEQUAL = 70;
export const LEFTSHIFTEQUAL = 72;
export const RIGHTSHIFTEQUAL = 73;

export const FALSE = 80;
export const NONE = 81;
export const TRUE = 82;
export const AND = 83;
export const AS = 84;
export const ASSERT = 85;
export const ASYNC = 86;
export const AWAIT = 87;
export const BREAK = 88;
export const CLASS = 89;
export const CONTINUE = 90;
export const DEF = 91;
export const DEL = 92;
export const ELIF = 93;
export const ELSE = 94;
export const EXCEPT = 95;
export const FINALLY = 96;
export const FOR = 97;
export const FROM = 98;
export const GLOBAL = 99;
export const IF = 100;
export const IMPORT = 101;
export const IN = 102;
export const IS = 103;
export const LAMBDA = 104;
export const NONLOCAL = 105;
export const NOT = 106;
export const OR = 107;
export const PASS = 108;
export const RAISE = 109;
export const RETURN = 110;
export const TRY = 111;
export const WHILE = 112;
export const WITH = 113;
export const YIELD = 114;

/** The spelling of the keywords, in the order of their kinds. */
const KEYWORD_NAMES =
  ("False None True and as assert async await break class continue def del elif else except finally for from global if import in is " +
    "lambda nonlocal not or pass raise return try while with yield").split(" ");

/** The kind of each keyword. */
export const KEYWORDS: ReadonlyMap<string, number> = new Map(KEYWORD_NAMES.map((name, i) => [name, FALSE + i]));
