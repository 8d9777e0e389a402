// Fills a form with what its address says, or else with what was kept of it, and keeps in both what is filled in later.
const keepForm = (form, show) => {
  const fields = namedFields(form);
  const [name, given] = [form.dataset.keep, Object.fromEntries(new URLSearchParams(location.search))];
  const values = () => fields.map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]);

  function fillIn(before) {
    for (const field of fields) {
      if (field.type === "checkbox") field.checked = String(before[field.name]) === "true";
      else field.value = before[field.name] ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
  }

  function writeAddress() {
    const address = new URL(location.href);
    for (const [key, value] of values()) {
      if (value) address.searchParams.set(key, value);
      else address.searchParams.delete(key);
    }
    try {
      if (address.href !== location.href) history.replaceState(history.state, "", address);
    } catch {
      // a page that was opened from a disk keeps its address
    }
  }

  const isGiven = fields.some((field) => field.name in given);
  fillIn(isGiven ? given : (parseJson(name && kept.get(name)) ?? {}));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", writeAddress);
  form.addEventListener("input", () => {
    if (name) kept.set(name, JSON.stringify(Object.fromEntries(values())));
    show();
  });
  form.addEventListener("reset", () => {
    if (name) kept.set(name, null);
    setTimeout(() => {
      writeAddress();
      show();
    });
  });
  form.hidden = false;
  writeAddress();
  show();
};
