using Microsoft.AspNetCore.Routing;

namespace SsoOidc.Emulator;

/// <summary>Which method and path leads where. One set of stores serves all endpoints.</summary>
internal sealed class Routes(
    EmulatorOptions options,
    OperationRunner runner,
    DeviceAuthorizationStore devices,
    TokenStore tokens
)
{
    public void Map(IEndpointRouteBuilder app)
    {
        var clients = new ClientRegistry(options);
        var keys = new AccessKeyStore(options);
        var codes = new AuthorizationCodeStore(options, tokens);
        var bearer = new BearerToken(tokens);

        var register = new RegisterClientEndpoint(options, clients);
        var startDevice = new StartDeviceAuthorizationEndpoint(options, clients, devices);
        var createToken = new CreateTokenEndpoint(clients, devices, codes, tokens);
        var createTokenWithIam = new CreateTokenWithIamEndpoint(options, clients, codes, tokens, keys);
        var devicePage = new DevicePageEndpoint(new UserCodeGuesses(devices, options.TimeProvider));
        var authorizePage = new AuthorizePageEndpoint(options, clients, codes);
        var listAccounts = new ListAccountsEndpoint(options, bearer);
        var listRoles = new ListAccountRolesEndpoint(options, bearer);
        var roleCredentials = new GetRoleCredentialsEndpoint(options, bearer, keys);
        var logout = new LogoutEndpoint(bearer);

        void Add(string method, string path, EmulatorOperation operation, RequestDelegate handle) =>
            app.MapMethods(path, [method], context => runner.RunAsync(context, operation, handle));

        Add("POST", "/client/register", EmulatorOperation.RegisterClient, register.HandleAsync);
        Add("POST", "/device_authorization", EmulatorOperation.StartDeviceAuthorization, startDevice.HandleAsync);
        app.MapPost(
            "/token",
            context =>
                context.Request.Query.ContainsKey("aws_iam")
                    ? runner.RunAsync(context, EmulatorOperation.CreateTokenWithIAM, createTokenWithIam.HandleAsync)
                    : runner.RunAsync(context, EmulatorOperation.CreateToken, createToken.HandleAsync)
        );
        Add("GET", "/device", EmulatorOperation.DevicePage, devicePage.ShowAsync);
        Add("POST", "/device", EmulatorOperation.DevicePage, devicePage.DecideAsync);
        Add("GET", "/authorize", EmulatorOperation.Authorize, authorizePage.ShowAsync);
        Add("POST", "/authorize", EmulatorOperation.Authorize, authorizePage.DecideAsync);
        Add("GET", "/assignment/accounts", EmulatorOperation.ListAccounts, listAccounts.HandleAsync);
        Add("GET", "/assignment/roles", EmulatorOperation.ListAccountRoles, listRoles.HandleAsync);
        Add("GET", "/federation/credentials", EmulatorOperation.GetRoleCredentials, roleCredentials.HandleAsync);
        Add("POST", "/logout", EmulatorOperation.Logout, logout.HandleAsync);
        app.MapPost("/", new StsEndpoint(options, runner, keys).HandleAsync);
        foreach ((string path, string location) in options.VanityRedirects)
        {
            RequestDelegate redirect = new VanityRedirectEndpoint(location).HandleAsync;
            Add("HEAD", path, EmulatorOperation.VanityStartUrl, redirect);
            Add("GET", path, EmulatorOperation.VanityStartUrl, redirect);
        }

        app.Map("/{**path}", context => runner.RunAsync(context, EmulatorOperation.Unknown, RefuseAsync));
    }

    private static Task RefuseAsync(HttpContext context) =>
        throw new ProtocolException(
            StatusCodes.Status404NotFound,
            "UnknownOperationException",
            ("message", $"The emulator has no {context.Request.Method} {context.Request.Path}")
        );
}
