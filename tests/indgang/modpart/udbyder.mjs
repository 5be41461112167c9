// An OpenID provider for the login tests. People are read from a file at each login, so that a test can change them.
import { readFileSync } from "node:fs";
import Provider from "oidc-provider";

const [port, brugere, side, lytter, felterIToken] = process.argv.slice(2);
const udsteder = `http://127.0.0.1:${port}`;
const provider = new Provider(udsteder, {
  clients: [
    {
      client_id: "rehabteam",
      client_secret: "kun-til-proever",
      redirect_uris: [`${side}/log-ind/oidc/proeve/svar/`],
      post_logout_redirect_uris: [`${side}/log-ind/logget-ud/`],
      backchannel_logout_uri: lytter,
      backchannel_logout_session_required: true,
      id_token_signed_response_alg: "RS256",
    },
  ],
  claims: { openid: ["sub"], profile: ["name", "loa", "roles", "privileges", "cvr", "cpr"] },
  conformIdTokenClaims: felterIToken !== "ja",
  cookies: { keys: ["kun-til-proever"] },
  features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  pkce: { required: () => true },
  // The listener is on this machine, where the provider by itself refuses to send anything.
  fetch: (adresse, { dispatcher, ...resten }) => globalThis.fetch(adresse, resten),
  async findAccount(_ctx, id) {
    const felter = JSON.parse(readFileSync(brugere, "utf8"))[id];
    return felter && { accountId: id, claims: () => ({ sub: id, ...felter }) };
  },
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope("openid profile");
    await grant.save();
    return grant;
  },
});
provider.listen(Number(port), "127.0.0.1", () => console.log("klar"));
