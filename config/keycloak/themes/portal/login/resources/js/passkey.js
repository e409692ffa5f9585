// Asks the browser for a passkey, or for a new one, and sends its answer with the form.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const said = (value) => (value && value !== "not specified" ? value : undefined);
const credentials = (list) =>
  list ? list.split(",").map((id) => ({ type: "public-key", id: bytes(id) })) : [];
const timeout = (seconds) => (Number(seconds) > 0 ? Number(seconds) * 1000 : undefined);

let waiting;

// The browser allows one question at a time: the button's replaces the one that waits in the e-mail field.
function signal() {
  waiting?.abort();
  waiting = new AbortController();
  return waiting.signal;
}

function send(form, answer) {
  for (const [name, value] of Object.entries(answer)) {
    form.elements[name].value = value ?? "";
  }
  const remember = document.querySelector("input[name=rememberMe]");
  if (remember?.checked) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "rememberMe", value: "on" }));
  }
  form.submit();
}

async function get(form, mediation) {
  const ask = form.dataset;
  const found = await navigator.credentials.get({
    mediation,
    signal: signal(),
    publicKey: {
      challenge: bytes(ask.challenge),
      rpId: ask.rp,
      timeout: timeout(ask.timeout),
      userVerification: said(ask.verification),
      allowCredentials: ask.identified === "true" ? credentials(ask.known) : [],
    },
  });
  send(form, {
    clientDataJSON: text(found.response.clientDataJSON),
    authenticatorData: text(found.response.authenticatorData),
    signature: text(found.response.signature),
    credentialId: found.id,
    userHandle: found.response.userHandle ? text(found.response.userHandle) : "",
  });
}

async function create(form) {
  const ask = form.dataset;
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(ask.challenge),
      rp: { id: ask.rp, name: ask.rpName },
      user: { id: bytes(ask.user), name: ask.userName, displayName: ask.userName },
      pubKeyCredParams: (ask.algorithms || "-7").split(",").map((alg) => ({ type: "public-key", alg: Number(alg) })),
      timeout: timeout(ask.timeout),
      attestation: said(ask.attestation),
      excludeCredentials: credentials(ask.known),
      authenticatorSelection: {
        authenticatorAttachment: said(ask.attachment),
        residentKey: said(ask.resident),
        requireResidentKey: ask.resident === "required",
        userVerification: said(ask.verification),
      },
    },
  });
  send(form, {
    clientDataJSON: text(made.response.clientDataJSON),
    attestationObject: text(made.response.attestationObject),
    publicKeyCredentialId: text(made.rawId),
    transports: made.response.getTransports?.().join(","),
    authenticatorAttachment: made.authenticatorAttachment,
  });
}

async function offer(form) {
  const available = await PublicKeyCredential.isConditionalMediationAvailable?.();
  if (available && form.dataset.mediation === "conditional" && form.dataset.identified !== "true") {
    await get(form, "conditional");
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!globalThis.PublicKeyCredential) {
      send(form, { error: form.dataset.unsupported });
      return;
    }
    const asked = form.dataset.passkey === "get" ? get(form, "optional") : create(form);
    asked.catch((reason) => send(form, { error: String(reason) }));
  });
  if (globalThis.PublicKeyCredential) {
    form.closest("#passkey")?.removeAttribute("hidden");
    if (form.dataset.passkey === "get") {
      // Nobody asked for it yet, so a refusal is no error.
      offer(form).catch(() => {});
    }
  }
}
