// Lets the search work in a site opened from a folder, where browsers start no worker: a frame of this page takes its place.
if (location.protocol === "file:") {
  window.Worker = window.IFrameWorker = class extends EventTarget {
    constructor(script) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      this.ready = new Promise((resolve, reject) => {
        frame.addEventListener("load", () => resolve(frame.contentWindow), { once: true });
        frame.addEventListener("error", reject);
      }).then(async (room) => {
        room.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
        room.importScripts = async (...others) => {
          for (const other of others) await this.load(room, other);
        };
        await this.load(room, script);
        return room;
      });
      document.body.append(frame);
    }

    load(room, script) {
      return new Promise((resolve, reject) => {
        const element = room.document.createElement("script");
        element.src = new URL(script, location);
        element.addEventListener("load", resolve);
        element.addEventListener("error", reject);
        room.document.head.append(element);
      });
    }

    async postMessage(data) {
      (await this.ready).dispatchEvent(new MessageEvent("message", { data }));
    }
  };
}
