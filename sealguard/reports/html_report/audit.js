// The states of the checklist that are shown. The page is whole without it.
(() => {
  "use strict";

  const boxes = [...document.querySelectorAll("input.state")];
  const practices = [...document.querySelectorAll(".practice")];
  const groups = [...document.querySelectorAll(".practices")];

  function filter() {
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const practice of practices) practice.hidden = !wanted.has(practice.dataset.state);
    for (const group of groups) group.hidden = !group.querySelector(".practice:not([hidden])");
  }

  for (const box of boxes) box.addEventListener("change", filter);
})();
