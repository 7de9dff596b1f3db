// Dark or light, before anything is drawn: as the system has it unless a person chose. A classic script, so that it runs first.
(() => {
  const light = matchMedia("(prefers-color-scheme: light)");
  const chosen = () => {
    try {
      return JSON.parse(localStorage.getItem("clio.theme"));
    } catch {
      return null;
    }
  };
  const apply = () => document.documentElement.setAttribute("data-theme", chosen() ?? (light.matches ? "light" : "dark"));
  apply();
  light.addEventListener("change", apply);
  // Chosen in this window, or in another.
  addEventListener("clio-theme", apply);
  addEventListener("storage", apply);
})();
