// Rich text and drop zones: Lexical, Tiptap (ProseMirror), react-dropzone, react-datepicker.
import React, { useState } from "react";
import { createRoot } from "react-dom/client";
import { LexicalComposer } from "@lexical/react/LexicalComposer";
import { PlainTextPlugin } from "@lexical/react/LexicalPlainTextPlugin";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalErrorBoundary } from "@lexical/react/LexicalErrorBoundary";
import { OnChangePlugin } from "@lexical/react/LexicalOnChangePlugin";
import { $getRoot } from "lexical";
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { useDropzone } from "react-dropzone";
import DatePicker from "react-datepicker";
import "react-datepicker/dist/react-datepicker.css";

window.state = {};

function Drop() {
  const { getRootProps, getInputProps, acceptedFiles } = useDropzone({ accept: { "application/pdf": [".pdf"] }, onDrop: (files) => { window.state.files = files.map((file) => `${file.name} ${file.size}`); } });
  return <section><h3>Documents</h3><label htmlFor="resume">Resume</label><div {...getRootProps()} style={{ border: "1px dashed", padding: 24 }}><input {...getInputProps()} id="resume" /><p>Drop your resume here</p><ul>{acceptedFiles.map((file) => <li key={file.name}>{file.name}</li>)}</ul></div></section>;
}

function When() {
  const [date, set] = useState(null);
  return <label>Start date <DatePicker selected={date} dateFormat="yyyy-MM-dd" onChange={(value) => { set(value); window.state.start = value && `${value.getFullYear()}-${value.getMonth() + 1}-${value.getDate()}`; }} /></label>;
}

createRoot(document.getElementById("root")).render(
  <form style={{ display: "grid", gap: 24, padding: 24 }}>
    <div><p id="l-cover">Cover letter</p>
      <LexicalComposer initialConfig={{ namespace: "x", onError: (error) => { throw error; } }}>
        <PlainTextPlugin contentEditable={<ContentEditable aria-labelledby="l-cover" style={{ border: "1px solid", minHeight: 60 }} />} placeholder={null} ErrorBoundary={LexicalErrorBoundary} />
        <OnChangePlugin onChange={(editor) => editor.read(() => { window.state.cover = $getRoot().getTextContent(); })} />
      </LexicalComposer></div>
    <div><p id="l-about">About you</p><div id="tiptap" /></div>
    <Drop />
    <When />
  </form>,
);
setTimeout(() => {
  const editor = new Editor({ element: document.getElementById("tiptap"), extensions: [StarterKit], editorProps: { attributes: { "aria-labelledby": "l-about", style: "border:1px solid;min-height:60px" } }, onUpdate: () => { window.state.about = editor.getText(); } });
}, 0);
