// Reads the plan of a session from an address, writes it into one, and works out when what begins.
const session = (() => {
  const VERSION = "1";
  const USUAL = { at: "", has: "", people: "", pace: "roomy", every: "60", rest: "10" };
  const FORMS = {
    at: /^([01]\d|2[0-3]):[0-5]\d$/,
    has: /^[1-9]\d{0,3}$/,
    people: /^[1-9]\d{0,2}$/,
    pace: /^(roomy|tight)$/,
    every: /^(0|[2-9]\d|1[0-7]\d|180)$/,
    rest: /^([1-9]|[1-5]\d|60)$/,
  };
  const FEWEST = 10;
  const PART = /^#?run_(.+?)(--\d+)?$/;

  const sound = (name, value) => (FORMS[name].test(value ?? "") ? value : USUAL[name]);

  // `parts` are what a session can be made of: their names, and which are extra.
  const usual = (parts) => ({ ...USUAL, chosen: new Set(parts.filter((each) => !each.isExtra).map((each) => each.name)), lost: 0 });

  function read(address, parts) {
    const known = new Set(parts.map((each) => each.name));
    const part = PART.exec(decodeAddress(address ?? ""))?.[1];
    if (known.has(part)) return { ...usual(parts), chosen: new Set([part]) };
    const query = new URLSearchParams((address ?? "").replace(/^#/, ""));
    if (query.get("v") !== VERSION) return null;
    const plan = usual(parts);
    for (const name of Object.keys(USUAL)) plan[name] = sound(name, query.get(name));
    if (query.has("do")) {
      const names = [...new Set(query.get("do").split(",").filter(Boolean))];
      const found = names.filter((each) => known.has(each));
      plan.lost = names.length - found.length;
      if (found.length || !names.length) plan.chosen = new Set(found);
    }
    return plan;
  }

  function write(plan, parts) {
    const settings = [`v=${VERSION}`];
    for (const name of Object.keys(USUAL)) if (plan[name] !== USUAL[name]) settings.push(`${name}=${plan[name]}`);
    const chosen = parts.filter((each) => plan.chosen.has(each.name)).map((each) => each.name);
    if (parts.some((each) => plan.chosen.has(each.name) === each.isExtra)) settings.push(`do=${chosen.map(encodeURIComponent).join(",")}`);
    return `#${settings.join("&")}`;
  }

  // `units` are the chosen parts in pieces that are better not cut; what is longer than people can sit is cut.
  function agenda(units, plan) {
    const [every, rest] = [Number(plan.every) || Infinity, Number(plan.rest)];
    const pieces = [];
    let [now, sat] = [0, 0];
    const add = (piece) => {
      pieces.push({ ...piece, from: now });
      now += piece.minutes;
    };
    const pause = () => {
      add({ isBreak: true, minutes: rest });
      sat = 0;
    };
    const minutesOf = (unit) => (plan.pace === "tight" ? unit.least : unit.most);
    for (const [number, unit] of units.entries()) {
      let left = minutesOf(unit);
      let cut = 0;
      if (unit.name !== units[number - 1]?.name && sat >= every / 2) {
        const whole = units.filter((each) => each.name === unit.name).reduce((sum, each) => sum + minutesOf(each), 0);
        if (whole <= every && sat + whole > every) pause();
      }
      while (sat + left > every) {
        const minutes = Math.round((sat + left) / Math.ceil((sat + left) / every)) - sat;
        if (sat < every / 2 && minutes >= FEWEST) {
          add({ unit, minutes, cut });
          left -= minutes;
          cut += 1;
        }
        pause();
      }
      add({ unit, minutes: left, cut });
      sat += left;
    }
    return { pieces, minutes: now, breaks: pieces.filter((each) => each.isBreak).length * rest };
  }

  // Minutes as hours, or seconds as minutes: 75 is 1:15.
  const inSixties = (number) => `${Math.floor(number / 60)}:${String(number % 60).padStart(2, "0")}`;

  const hours = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

  // The time on the wall, or from 0:00 where the plan names no start.
  function clock(plan, minutes) {
    if (!plan.at) return inSixties(minutes);
    const [hour, minute] = plan.at.split(":").map(Number);
    return hours.format(new Date(2000, 0, 1, hour, minute + minutes));
  }

  return { agenda, clock, hours, inSixties, read, sound, usual, write };
})();
