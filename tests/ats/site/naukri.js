// The drawer: bot messages pile up, the answer box belongs to the last one.
const asked = [
  ["years", "Years of experience in Python?", null],
  ["authorized", "Are you legally authorized to work in India?", ["Yes", "No"]],
  ["notice", "Notice period?", null],
];
const style = document.createElement("style");
style.textContent = ".chatbot_DrawerContentWrapper{position:fixed;right:0;top:0;width:420px;height:100%;border:1px solid;background:#fff;padding:12px}.textArea{min-height:30px;border:1px solid}.sendMsg,.chipMsg{cursor:pointer;border:1px solid;padding:6px;display:inline-block}";
document.head.append(style);
document.getElementById("apply-button").addEventListener("click", () => {
  document.querySelector(".chatbot_DrawerContentWrapper")?.remove();
  const drawer = document.createElement("div");
  drawer.className = "chatbot_DrawerContentWrapper";
  drawer.innerHTML = '<ul class="list"><li class="botItem"><div class="botMsg">Hi, please answer these questions.</div></li></ul><div class="footer"></div>';
  document.body.append(drawer);
  ask(drawer, 0);
});
function ask(drawer, number) {
  const [name, text, chips] = asked[number];
  drawer.querySelector(".list").insertAdjacentHTML("beforeend", `<li class="botItem"><div class="botMsg"><span>${text}</span></div></li>`);
  const footer = drawer.querySelector(".footer");
  let chosen = "";
  footer.innerHTML = (chips ? `<div class="chipsContainer">${chips.map((one) => `<div class="chipMsg">${one}</div>`).join("")}</div>` : '<div class="chatbot_InputContainer"><div class="textArea" contenteditable="true" data-placeholder="Type message here..."></div></div>') +
    '<div class="sendMsgbtn_container"><div class="send disabled"><div class="sendMsg" tabindex="0">Save</div></div></div>';
  const send = footer.querySelector(".send");
  footer.querySelector(".textArea")?.addEventListener("input", (event) => { chosen = event.target.textContent.trim(); send.classList.toggle("disabled", !chosen); });
  for (const chip of footer.querySelectorAll(".chipMsg")) chip.addEventListener("click", () => { for (const one of footer.querySelectorAll(".chipMsg")) one.classList.toggle("selected", one === chip); chosen = chip.textContent; send.classList.remove("disabled"); });
  footer.querySelector(".sendMsg").addEventListener("click", async () => {
    if (!chosen) return;
    const last = number === asked.length - 1;
    try {
      const response = await sendJson(last ? "/chatbot/last" : "/chatbot/answer", { [name]: chosen });
      if (last) return await outcome(response, drawer, "/myapply/saveApply");
      if (!response.ok) throw new Error();
    } catch {
      return complain(drawer, "Something went wrong. Please try again.");
    }
    drawer.querySelector(".list").insertAdjacentHTML("beforeend", `<li class="userItem"><div class="userMsg">${chosen}</div></li>`);
    ask(drawer, number + 1);
  });
}
