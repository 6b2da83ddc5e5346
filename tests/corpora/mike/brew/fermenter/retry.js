const retry = require('async-retry');

/** Runs `task` again while the server is busy; anything else ends it. */
exports.whileBusy = (task) =>
  retry(
    async (bail) => {
      try {
        return await task();
      } catch (error) {
        const status = error.response?.status;
        if (status === 429 || status >= 500) throw error;
        bail(error);
      }
    },
    { retries: 5, factor: 2, minTimeout: 1000, randomize: true },
  );

exports.always = (task) => retry(task, { retries: 5, factor: 2, minTimeout: 1000 });
