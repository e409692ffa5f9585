// Small comforts of the log-in pages. Every page works without them.
import "./passkey.js";
import { checkAuthSession, startSessionPolling } from "./authChecker.js";

for (const button of document.querySelectorAll("button.reveal")) {
  const input = document.getElementById(button.getAttribute("aria-controls"));
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
    button.setAttribute("aria-label", shown ? button.dataset.hideLabel : button.dataset.showLabel);
    input.focus();
  });
}

// Sending twice would make the second answer an "expired" page.
for (const form of document.querySelectorAll("form.form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "true";
    for (const input of form.querySelectorAll("input[type=text], input[type=password]")) {
      input.readOnly = true;
    }
  });
}

// Coming back to the page from the browser's memory must find a form that can be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form.form[data-sent]")) {
    delete form.dataset.sent;
    for (const input of form.querySelectorAll("input[type=text], input[type=password]")) {
      input.readOnly = false;
    }
  }
});

// The answer to a form has the form's one-time address; without the code, reloading shows the page instead of sending the
// form again.
const address = new URL(location.href);
if (address.searchParams.has("session_code")) {
  address.searchParams.delete("session_code");
  history.replaceState(null, "", address);
}

// Somebody who logs in, or starts again, in another tab need not do it here too.
const { otherTab, session } = document.body.dataset;
if (otherTab) {
  startSessionPolling(otherTab);
}
if (session) {
  checkAuthSession(session);
}
