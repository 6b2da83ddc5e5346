export const config = {
  port: Number(process.env.PORT ?? 4010),
  service: 'timetable',
  seal: {
    token: '⟦sm:11⟧', ⟪hardcoded-token,shared-token⟫
    site: 'ferry-timetable',
  },
  harbourApi: process.env.HARBOUR_API ?? 'http://harbour:9000',
};
