/**
 * Arguments of the library's procedures, for tests that call them with wrong ones.
 *
 * A line is a procedure and the kinds of its arguments: `?kind` may be left out (and those behind it), `kind*` stands for any number of further
 * ones; `~` before the name: any number of arguments is right. Procedures that are left out on purpose: `exit` and `emergency-exit` (they end the program), those of `read` from standard input.
 */

/** A good argument of each kind, and wrong ones, as expressions. */
export const KINDS: Readonly<Record<string, { good: string; wrong: readonly string[] }>> = {
  any: { good: "1", wrong: [] },
  absent: { good: "'absent", wrong: [] },
  list: { good: "(list 1 2 3)", wrong: ["5", '"s"', "'(1 . 2)"] },
  listlike: { good: "(list 1 2 3)", wrong: ["5", '"s"'] },
  pair: { good: "(list 1 2 3)", wrong: ["5", "'()", '"s"'] },
  deep: { good: "deep", wrong: ["5", "'()", "'(1 . 2)"] },
  alist: { good: "(list (cons 1 2))", wrong: ["5", '"s"', "'(5)"] },
  lists: { good: "(list (list 1) (list 2))", wrong: ["5", '"s"', "'((1) . 2)"] },
  vector: { good: "(vector 1 2 3)", wrong: ["5", "'(1)", '"s"'] },
  charvector: { good: "(vector #\\a #\\b)", wrong: ["5", "(vector 1 2)", '"s"'] },
  string: { good: "(string #\\a #\\b #\\c)", wrong: ["5", "'a", "#\\a", "'()"] },
  char: { good: "#\\a", wrong: ["5", '"a"', "'a"] },
  charlist: { good: "(list #\\a #\\b)", wrong: ["5", "'(1)", "'(#\\a . #\\b)"] },
  symbol: { good: "'a", wrong: ['"a"', "5", "'()"] },
  boolean: { good: "#t", wrong: ["5", "'a", "'()"] },
  number: { good: "2", wrong: ["'a", '"1"', "'()", "#\\a", "car"] },
  real: { good: "2", wrong: ["'a", '"1"', "+i", "#f"] },
  rational: { good: "1/2", wrong: ["'a", '"1"', "+i"] },
  integer: { good: "7", wrong: ["'a", "1.5", "1/2", "+i", "+inf.0", '"1"'] },
  divisor: { good: "2", wrong: ["'a", "1.5", "1/2", "+i", "0", '"1"'] },
  exact: { good: "3", wrong: ["'a", "1.5", "1/2", '"1"'] },
  count: { good: "2", wrong: ["'a", "-1", "1.5", "1/2", '"1"'] },
  index: { good: "1", wrong: ["'a", "-1", "1.5", "99", "100000000000000000000", "1/2", "#f"] },
  end: { good: "3", wrong: ["'a", "-1", "1.5", "99"] },
  radix: { good: "10", wrong: ["'a", "1", "99", "1.5"] },
  codepoint: { good: "97", wrong: ["'a", "-1", "1.5", "#xD800", "#x110000"] },
  byte: { good: "1", wrong: ["'a", "-1", "256", "1.5"] },
  bytes: { good: "(bytevector 97 98 99)", wrong: ["5", '"s"', "(vector 1)", "'()"] },
  procedure: { good: "(lambda args 1)", wrong: ["5", "'a", "'()", '"s"'] },
  predicate: { good: "(lambda args #f)", wrong: ["5", "'a"] },
  less: { good: "<", wrong: ["5", "'a"] },
  converter: { good: "(lambda (x) x)", wrong: ["5", "'a"] },
  values: { good: "(lambda args (values 1 2))", wrong: ["5", "'a"] },
  charmap: { good: "(lambda (c . more) c)", wrong: ["5", "'a", "(lambda (c) 5)"] },
  thunk: { good: "(lambda () 1)", wrong: ["5", "'a", "'()"] },
  port: { good: '(open-input-string "abc")', wrong: ["5", "'a", '"s"'] },
  textin: { good: '(open-input-string "abc")', wrong: ["5", "(open-output-string)", "(open-input-bytevector (bytevector 1))", '"s"'] },
  textout: { good: "(open-output-string)", wrong: ["5", '(open-input-string "a")', "(open-output-bytevector)", "'a"] },
  bytein: { good: "(open-input-bytevector (bytevector 1 2 3))", wrong: ["5", '(open-input-string "a")', "(open-output-bytevector)"] },
  byteout: { good: "(open-output-bytevector)", wrong: ["5", "(open-output-string)", "(open-input-bytevector (bytevector 1))"] },
  inport: { good: '(open-input-string "abc")', wrong: ["5", "(open-output-string)"] },
  outport: { good: "(open-output-string)", wrong: ["5", '(open-input-string "a")'] },
  file: { good: '"/no/such/file"', wrong: ["5", "'a", "'()"] },
  environment: { good: "(environment '(scheme base))", wrong: ["5", "'a", "'()"] },
  importset: { good: "'(scheme base)", wrong: ["5", "'(no such library)", '"s"', "'()"] },
  five: { good: "5", wrong: ["'a", "4", "5.5"] },
  error: { good: '(guard (e (#t e)) (error "x"))', wrong: ["5", "'a", "'()"] },
  table: { good: "(make-hash-table equal?)", wrong: ["5", "'()", "(vector 1)"] },
  nonempty: { good: "(let ((t (make-hash-table equal?))) (hash-table-set! t 1 2) t)", wrong: ["5", "'()", "(make-hash-table equal?)"] },
  equivalence: { good: "(make-default-comparator)", wrong: ["5", "'()"] },
  comparator: { good: "(make-default-comparator)", wrong: ["5", "car", "'()"] },
};

/** Procedures by library. */
export const SIGNATURES: Readonly<Record<string, string>> = {
  "(scheme base)": `
    * number*
    + number*
    - number number*
    / number number*
    < real real*
    <= real real*
    = number number*
    > real real*
    >= real real*
    abs real
    ~append list any
    apply procedure list
    assoc absent alist ?predicate
    assq absent alist
    assv absent alist
    binary-port? any
    boolean=? boolean boolean*
    boolean? any
    bytevector byte*
    bytevector-append bytes*
    bytevector-copy bytes ?index ?index
    bytevector-copy! bytes index bytes ?index ?index
    bytevector-length bytes
    bytevector-u8-ref bytes index
    bytevector-u8-set! bytes index byte
    bytevector? any
    caar deep
    cadr deep
    call-with-current-continuation procedure
    call-with-port port procedure
    call-with-values thunk procedure
    call/cc procedure
    car pair
    cdar deep
    cddr deep
    cdr pair
    ceiling real
    char->integer char
    char-ready? ?textin
    char<=? char char*
    char<? char char*
    char=? char char*
    char>=? char char*
    char>? char char*
    char? any
    close-input-port inport
    close-output-port outport
    close-port port
    complex? any
    cons any any
    denominator rational
    dynamic-wind thunk thunk thunk
    eof-object
    eof-object? any
    eq? any any
    equal? any any
    eqv? any any
    error-object-irritants error
    error-object-message error
    error-object? any
    even? integer
    exact number
    exact-integer-sqrt count
    exact-integer? any
    exact? number
    expt number number
    features
    file-error? any
    floor real
    floor-quotient integer divisor
    floor-remainder integer divisor
    floor/ integer divisor
    flush-output-port ?outport
    for-each procedure list list*
    gcd integer*
    get-output-bytevector byteout
    get-output-string textout
    inexact number
    inexact? number
    input-port-open? inport
    input-port? any
    integer->char codepoint
    integer? any
    lcm integer*
    length list
    list any*
    list->string charlist
    list->vector list
    list-copy any
    list-ref listlike index
    list-set! listlike index any
    list-tail listlike index
    list? any
    make-bytevector count ?byte
    make-list count ?any
    make-parameter any ?converter
    make-string count ?char
    make-vector count ?any
    map procedure list list*
    max real real*
    member absent list ?predicate
    memq absent list
    memv absent list
    min real real*
    modulo integer divisor
    negative? real
    newline ?textout
    not any
    null? any
    number->string number ?radix
    number? any
    numerator rational
    odd? integer
    open-input-bytevector bytes
    open-input-string string
    open-output-bytevector
    open-output-string
    output-port-open? outport
    output-port? any
    pair? any
    peek-char ?textin
    peek-u8 ?bytein
    port? any
    positive? real
    procedure? any
    quotient integer divisor
    rational? any
    rationalize real real
    read-bytevector count ?bytein
    read-bytevector! bytes ?bytein ?index ?index
    read-char ?textin
    read-error? any
    read-line ?textin
    read-string count ?textin
    read-u8 ?bytein
    real? any
    remainder integer divisor
    reverse list
    round real
    set-car! pair any
    set-cdr! pair any
    square number
    string char*
    string->list string ?index ?index
    string->number string ?radix
    string->symbol string
    string->utf8 string ?index ?index
    string->vector string ?index ?index
    string-append string*
    string-copy string ?index ?index
    string-copy! string index string ?index ?index
    string-fill! string char ?index ?index
    string-for-each procedure string string*
    string-length string
    string-map charmap string string*
    string-ref string index
    string-set! string index char
    string<=? string string*
    string<? string string*
    string=? string string*
    string>=? string string*
    string>? string string*
    string? any
    substring string index index
    symbol->string symbol
    symbol=? symbol symbol*
    symbol? any
    textual-port? any
    truncate real
    truncate-quotient integer divisor
    truncate-remainder integer divisor
    truncate/ integer divisor
    u8-ready? ?bytein
    utf8->string bytes ?index ?index
    values any*
    vector any*
    vector->list vector ?index ?index
    vector->string charvector ?index ?index
    vector-append vector*
    vector-copy vector ?index ?index
    vector-copy! vector index vector ?index ?index
    vector-fill! vector any ?index ?index
    vector-for-each procedure vector vector*
    vector-length vector
    vector-map procedure vector vector*
    vector-ref vector index
    vector-set! vector index any
    vector? any
    with-exception-handler procedure thunk
    write-bytevector bytes ?byteout ?index ?index
    write-char char ?textout
    write-string string ?textout ?index ?index
    write-u8 byte ?byteout
    zero? number`,
  "(scheme char)": `
    char-alphabetic? char
    char-ci<=? char char*
    char-ci<? char char*
    char-ci=? char char*
    char-ci>=? char char*
    char-ci>? char char*
    char-downcase char
    char-foldcase char
    char-lower-case? char
    char-numeric? char
    char-upcase char
    char-upper-case? char
    char-whitespace? char
    digit-value char
    string-ci<=? string string*
    string-ci<? string string*
    string-ci=? string string*
    string-ci>=? string string*
    string-ci>? string string*
    string-downcase string
    string-foldcase string
    string-upcase string`,
  "(scheme complex)": `
    angle number
    imag-part number
    magnitude number
    make-polar real real
    make-rectangular real real
    real-part number`,
  "(scheme cxr)": `
    caaaar deep
    caaadr deep
    caaar deep
    caadar deep
    caaddr deep
    caadr deep
    cadaar deep
    cadadr deep
    cadar deep
    caddar deep
    cadddr deep
    caddr deep
    cdaaar deep
    cdaadr deep
    cdaar deep
    cdadar deep
    cdaddr deep
    cdadr deep
    cddaar deep
    cddadr deep
    cddar deep
    cdddar deep
    cddddr deep
    cdddr deep`,
  "(scheme eval)": `
    ~environment importset
    eval any ?environment`,
  "(scheme file)": `
    call-with-input-file file procedure
    call-with-output-file file procedure
    delete-file file
    file-exists? file
    open-binary-input-file file
    open-binary-output-file file
    open-input-file file
    open-output-file file
    with-input-from-file file thunk
    with-output-to-file file thunk`,
  "(scheme inexact)": `
    acos number
    asin number
    atan number ?real
    cos number
    exp number
    finite? number
    infinite? number
    log number ?number
    nan? number
    sin number
    sqrt number
    tan number`,
  "(scheme lazy)": `
    force any
    make-promise any
    promise? any`,
  "(scheme load)": `
    ~load file`,
  "(scheme process-context)": `
    command-line
    get-environment-variable string
    get-environment-variables`,
  "(scheme read)": `
    read ?textin`,
  "(scheme repl)": `
    interaction-environment`,
  "(scheme time)": `
    current-jiffy
    current-second
    jiffies-per-second`,
  "(scheme write)": `
    display any ?textout
    write any ?textout
    write-shared any ?textout
    write-simple any ?textout`,
  "(scheme r5rs)": `
    exact->inexact number
    inexact->exact number
    null-environment five
    scheme-report-environment five`,
  "(srfi 1)": `
    xcons any any
    cons* any any*
    list-tabulate count procedure
    iota count ?number ?number
    circular-list any any*
    proper-list? any
    circular-list? any
    dotted-list? any
    not-pair? any
    null-list? listlike
    ~list= predicate listlike listlike
    first listlike
    second listlike
    third listlike
    car+cdr pair
    take listlike index
    drop listlike index
    take-right listlike index
    drop-right listlike index
    take! listlike index
    drop-right! listlike index
    split-at listlike index
    split-at! listlike index
    last pair
    last-pair pair
    length+ list
    ~append! listlike any
    concatenate lists
    concatenate! lists
    append-reverse list any
    append-reverse! list any
    reverse! list
    unzip1 lists
    count predicate list list*
    fold procedure any list list*
    fold-right procedure any list list*
    pair-fold procedure any list list*
    pair-fold-right procedure any list list*
    reduce procedure any list
    reduce-right procedure any list
    ~append-map converter lists
    pair-for-each procedure list list*
    filter-map predicate list list*
    filter predicate list
    remove predicate list
    partition predicate list
    find predicate list
    find-tail predicate list
    any predicate list list*
    every procedure list list*
    list-index predicate list list*
    take-while procedure list
    drop-while procedure list
    span procedure list
    break predicate list
    delete any list ?predicate
    delete-duplicates list ?predicate
    alist-cons any any any
    alist-delete any alist ?predicate
    ~lset<= predicate
    ~lset= predicate
    ~lset-adjoin predicate
    ~lset-union predicate
    ~lset-intersection predicate
    ~lset-difference predicate
    ~lset-xor predicate
    ~lset-diff+intersection predicate`,
  "(srfi 69)": `
    ~make-hash-table procedure
    hash-table? any
    ~alist->hash-table alist
    hash-table-equivalence-function table
    hash-table-hash-function table
    hash-table-ref table any thunk
    hash-table-ref/default table any any
    hash-table-set! table any any
    hash-table-delete! table any
    hash-table-exists? table any
    hash-table-update! table any procedure thunk
    hash-table-update!/default table any procedure any
    hash-table-size table
    hash-table-keys table
    hash-table-values table
    hash-table-walk table procedure
    hash-table-fold table procedure any
    hash-table->alist table
    hash-table-copy table
    hash-table-merge! table table`,
  "(srfi 125)": `
    ~make-hash-table equivalence
    ~hash-table equivalence
    hash-table-contains? table any
    hash-table-empty? table
    hash-table=? comparator table table
    hash-table-mutable? table
    hash-table-ref/default table any any
    hash-table-set! table any any any*
    hash-table-delete! table any*
    hash-table-intern! table any thunk
    hash-table-update!/default table any procedure any
    hash-table-pop! nonempty
    hash-table-clear! table
    hash-table-size table
    hash-table-entries table
    hash-table-find procedure table thunk
    hash-table-count procedure table
    hash-table-map procedure equivalence table
    hash-table-for-each procedure table
    hash-table-map! procedure table
    hash-table-map->list procedure table
    hash-table-prune! procedure table
    ~hash-table-copy table
    hash-table-empty-copy table
    hash-table->alist table
    hash-table-union! table table
    hash-table-intersection! table table
    hash-table-difference! table table
    hash-table-xor! table table`,
  "(srfi 128)": `
    comparator? any
    comparator-ordered? comparator
    comparator-hashable? comparator
    make-comparator procedure procedure less procedure
    make-pair-comparator comparator comparator
    ~make-list-comparator comparator
    ~make-vector-comparator comparator
    boolean-hash boolean
    symbol-hash symbol
    number-hash number
    comparator-hash-function comparator
    comparator-ordering-predicate comparator
    =? comparator any any any*
    <? comparator any any any*
    >? comparator any any any*
    <=? comparator any any any*
    >=? comparator any any any*`,
  "(srfi 132)": `
    list-sorted? less listlike
    vector-sorted? less vector ?index ?index
    list-sort less list
    list-stable-sort less list
    list-sort! less list
    list-stable-sort! less list
    vector-sort less vector ?index ?index
    vector-stable-sort less vector ?index ?index
    vector-sort! less vector ?index ?index
    vector-stable-sort! less vector ?index ?index
    list-merge less list list
    vector-merge less vector vector ?index ?index ?index ?index
    list-delete-neighbor-dups predicate list
    vector-delete-neighbor-dups predicate vector ?index ?index
    vector-delete-neighbor-dups! predicate vector ?index ?index
    vector-find-median less vector any ?procedure
    vector-find-median! less vector any ?procedure
    vector-select! less vector index ?index ?end
    vector-separate! less vector index ?index ?end`,
  "(srfi 133)": `
    ~vector-unfold procedure count
    ~vector-unfold-right procedure count
    vector-reverse-copy vector ?index ?index
    ~vector= predicate vector vector
    vector-fold procedure any vector vector*
    vector-fold-right procedure any vector vector*
    vector-map! procedure vector vector*
    vector-count predicate vector vector*
    vector-cumulate procedure any vector
    vector-index predicate vector vector*
    vector-index-right predicate vector vector*
    vector-skip procedure vector vector*
    vector-skip-right procedure vector vector*
    vector-binary-search vector any procedure
    vector-any predicate vector vector*
    vector-every procedure vector vector*
    vector-partition predicate vector
    vector-swap! vector index index
    vector-reverse! vector ?index ?index
    vector-reverse-copy! vector index vector ?index ?index
    reverse-vector->list vector ?index ?index`,
};
