using Microsoft.AspNetCore.Mvc;
using WebApp;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(static options =>
    options.SerializerOptions.TypeInfoResolverChain.Insert(0, JsonTypes.Default)
);

// Settings come from appsettings.json; a wrong or unknown one keeps the application from starting.
builder.Services.AddSsoOidcClient(builder.Configuration.GetSection("Aws:SsoOidc"));
builder.Services.AddPortalClient(builder.Configuration.GetSection("Aws:Portal"));
builder.Services.AddSingleton<SignIn>();
builder.Services.AddSingleton<Accounts>();
builder.Services.AddHealthChecks().AddCheck<PortalHealthCheck>("portal");
builder.AddTelemetry();

WebApplication app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/sign-in", static (SignIn signIn, CancellationToken aborted) => signIn.BeginAsync(aborted));
app.MapPost(
    "/sign-in/token",
    static (PendingSignIn pending, SignIn signIn, CancellationToken aborted) =>
        signIn.TryCompleteAsync(pending, aborted)
);
app.MapGet(
    "/accounts",
    static ([FromHeader(Name = "X-Access-Token")] string token, Accounts accounts, CancellationToken aborted) =>
        accounts.ListAsync(token, aborted)
);
app.Run();

/// <summary>Named so that tests can start it.</summary>
public partial class Program;
