import React from "react";
import { createRoot } from "react-dom/client";
import { Checkbox, DatePicker, Form, Input, InputNumber, Radio, Select } from "antd";

window.state = {};
const many = Array.from({ length: 400 }, (_, index) => ({ value: index, label: `Department ${index}` }));

createRoot(document.getElementById("root")).render(
  <Form layout="vertical" onValuesChange={(_, all) => { window.state = { ...all, start: all.start?.format?.("YYYY-MM-DD") }; }}>
    <Form.Item label="First name" name="first" rules={[{ required: true }]}><Input /></Form.Item>
    <Form.Item label="Department" name="department"><Select options={many} /></Form.Item>
    <Form.Item label="Visa" name="visa"><Select showSearch optionFilterProp="label" options={["Not needed", "Needed now", "Needed later"].map((label) => ({ value: label, label }))} /></Form.Item>
    <Form.Item label="Languages" name="languages"><Select mode="multiple" options={["English", "German", "French"].map((label) => ({ value: label, label }))} /></Form.Item>
    <Form.Item label="Years of experience" name="years"><InputNumber /></Form.Item>
    <Form.Item label="Relocate" name="relocate"><Radio.Group options={["Yes", "No"]} /></Form.Item>
    <Form.Item name="agree" valuePropName="checked"><Checkbox>I agree</Checkbox></Form.Item>
    <Form.Item label="Earliest start" name="start"><DatePicker /></Form.Item>
  </Form>,
);
