var isOfProgram=(function({file,name}){return!file.startsWith("lib/")&&(file!==""||name!=="")});var showReport=(function({kind,message,frames},suggestion){let head=kind==="raise"?`uncaught: ${message}`:`error: ${message}`,hint=suggestion===null?"":`; did you mean "${suggestion}"?`,lines=frames.filter(isOfProgram).map((({line,column,file,name})=>{let place=line>0?`${file}:${line}:${column}`:file;return name===""?`  at ${place}`:`  at ${name} (${place})`}));return[head+hint,...lines].join(`
`)+`
`});import"./chunk-CPR7QISP.js";export{showReport};
