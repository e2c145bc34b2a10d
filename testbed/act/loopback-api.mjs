// Goes before a stub in the copy of the suite that act runs: act insists on GitHub's public API.
if (process.env.SEATRIAL_LOOP_API) process.env.GITHUB_API_URL = process.env.SEATRIAL_LOOP_API;
