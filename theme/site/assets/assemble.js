// Puts the pages of a PDF of ours together anew, each as often as it is needed. Nothing in the file is changed: an update at its
// end lists the pages. It reads what qpdf writes: a flat tree of pages, and every object but streams in a compressed stream.
const assemblePdf = (() => {
  const LATIN = new TextDecoder("latin1");
  const refer = (body, key) => Number(body.match(new RegExp(`/${key} (\\d+) 0 R`))[1]);
  const number = (body, key) => Number(body.match(new RegExp(`/${key} (\\d+)`))[1]);

  const inflate = async (bytes) => {
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return LATIN.decode(await new Response(plain).arrayBuffer());
  };

  // The objects that are no streams, as text, by their numbers.
  const readObjects = async (bytes, text) => {
    const objects = new Map();
    for (const match of text.matchAll(/ 0 obj\s*<<([^]*?)>>\s*stream\r?\n/g)) {
      if (!match[1].includes("/ObjStm")) continue;
      const start = match.index + match[0].length;
      const inside = await inflate(bytes.subarray(start, start + number(match[1], "Length")));
      const first = number(match[1], "First");
      const heads = inside.slice(0, first).trim().split(/\s+/).map(Number);
      for (let place = 0; place < heads.length; place += 2) {
        const end = place + 3 < heads.length ? first + heads[place + 3] : inside.length;
        objects.set(heads[place], inside.slice(first + heads[place + 1], end).trim());
      }
    }
    return objects;
  };

  // What is added: objects, and where each of them begins.
  const writeUpdate = (added, start, { root, size, before }) => {
    const table = size;
    const entries = [];
    let update = "\n";
    for (const [name, body] of added) {
      entries.push([name, start + update.length]);
      update += `${name} 0 obj\n${body}\nendobj\n`;
    }
    const place = start + update.length;
    entries.push([table, place]);
    const cells = new DataView(new ArrayBuffer(7 * entries.length));
    for (const [row, [, offset]] of entries.entries()) {
      cells.setUint8(7 * row, 1);
      cells.setUint32(7 * row + 1, offset);
    }
    const index = entries.map(([name]) => `${name} 1`).join(" ");
    const head =
      `${table} 0 obj\n<< /Type /XRef /Size ${table + 1} /W [ 1 4 2 ] /Index [ ${index} ] /Root ${root} 0 R /Prev ${before} ` +
      `/Length ${cells.byteLength} >>\nstream\n`;
    return [update, head, cells, `\nendstream\nendobj\nstartxref\n${place}\n%%EOF\n`];
  };

  // A file of these pages, counted from 1, 0 for a blank one; `sides` is what a print window is asked for.
  return async (bytes, pages, sides) => {
    const text = LATIN.decode(bytes);
    const objects = await readObjects(bytes, text);
    const before = Number(text.match(/startxref\s+(\d+)\s+%%EOF\s*$/)[1]);
    const trailer = text.slice(before);
    const root = refer(trailer, "Root");
    let size = number(trailer, "Size");
    const tree = refer(objects.get(root), "Pages");
    const names = [...objects.get(tree).match(/\/Kids \[([^\]]*)\]/)[1].matchAll(/(\d+) 0 R/g)].map(([, name]) => Number(name));
    const isBlank = (body) => !(objects.get(refer(body, "Resources")) ?? "").includes("/Font");
    const box = objects.get(names[0]).match(/\/MediaBox \[[^\]]*\]/)[0];
    const added = new Map();
    const used = new Set();
    const kids = [];
    for (const { page, isTurned } of pages) {
      const name = names[page - 1];
      const body = name ? objects.get(name) : `<< /Type /Page /Parent ${tree} 0 R ${box} /Resources << >> >>`;
      if (sides === "Simplex" && (!name || isBlank(body))) continue;
      if (name && !used.has(name) && !isTurned) {
        used.add(name);
        kids.push(name);
        continue;
      }
      const copy = body.replace(/\/StructParents \d+/, "").replace(/\/Type \/Page\b/, `${isTurned ? "/Rotate 180 " : ""}/Type /Page`);
      added.set(size, copy);
      kids.push(size);
      size += 1;
    }
    const list = kids.map((name) => `${name} 0 R`).join(" ");
    added.set(tree, `<< /Type /Pages /Count ${kids.length} /Kids [ ${list} ] >>`);
    const preferences = `/ViewerPreferences << /DisplayDocTitle true /Duplex /${sides} >>`;
    added.set(root, objects.get(root).replace(/\/ViewerPreferences (?:\d+ 0 R|<<[^>]*>>)/, "").replace(/^<</, `<< ${preferences}`));
    return new Blob([bytes, ...writeUpdate(added, bytes.length, { root, size, before })], { type: "application/pdf" });
  };
})();
