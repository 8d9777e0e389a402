// Says what our scripts say in the language of the site, as gettext does; `spoken` is written above this at each build.
const filled = (words, values) => words.replace(/%\((\w+)\)s/g, (place, name) => values[name] ?? place);
const _ = (message, values = {}) => filled(spoken.messages[message] ?? message, values);
const ngettext = (one, many, number, values = {}) => {
  const form = (spoken.messages[one] ?? [one, many])[Number(spoken.form(number))];
  return filled(form, { number, ...values });
};
