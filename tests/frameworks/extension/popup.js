document.querySelector('#settings').addEventListener('submit', async (event) => {
  event.preventDefault();
  const sealmetricsToken = new FormData(event.target).get('token');
  await chrome.storage.local.set({ sealmetricsToken });
});
