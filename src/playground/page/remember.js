// What a window keeps over a reload (`forWindow`) and what every window shares (`forAll`). Never fails: without
// storage the page just forgets.

/** Kept for this window alone: who I am, where I was, what I had typed. */
export const forWindow = keeper(() => sessionStorage);

/** Kept for every window: dark or light. */
export const forAll = keeper(() => localStorage);

function keeper(storage) {
  return {
    /** What was kept under `key`, or `otherwise`. */
    get(key, otherwise = null) {
      try {
        const text = storage().getItem(`clio.${key}`);
        return text === null ? otherwise : JSON.parse(text);
      } catch {
        return otherwise;
      }
    },
    /** Keeps `value`; `null` forgets it. */
    set(key, value) {
      try {
        if (value === null) storage().removeItem(`clio.${key}`);
        else storage().setItem(`clio.${key}`, JSON.stringify(value));
      } catch {
        // A full or forbidden storage costs only the memory of a reload.
      }
    },
  };
}
