using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The extension that registers the client with <c>IHttpClientFactory</c>.</summary>
internal static class ServiceCollectionEmitter
{
    /// <summary>Where whoever registers services looks for it.</summary>
    private const string Namespace = "Microsoft.Extensions.DependencyInjection";

    public static SourceFile Emit(ServicePlan service)
    {
        CodeFile file = new(service, Namespace);
        CodeWriter code = file.Code;
        code.Line($"/// <summary>Registers <see cref=\"{service.InterfaceName}\"/>.</summary>");
        using (code.Block($"{service.Accessibility} static class {service.ServiceCollectionExtensionsName}"))
        {
            code.Line(
                $"/// <summary>Adds <see cref=\"{service.InterfaceName}\"/>, sent through <c>IHttpClientFactory</c>. Redirects are not followed.</summary>"
            );
            code.Line("/// <param name=\"services\">Where to add it.</param>");
            code.Line(
                "/// <param name=\"options\">Settings; what they leave open comes from the environment and the shared config file.</param>"
            );
            code.Line(
                "/// <returns>The builder of its <see cref=\"HttpClient\"/>, to which handlers can be added.</returns>"
            );
            code.List(
                $"public static IHttpClientBuilder Add{service.ClientName}(",
                ["this IServiceCollection services", $"{service.OptionsName}? options = null"],
                ") =>"
            );
            using (code.Indented())
            {
                code.Line("services");
                using (code.Indented())
                {
                    code.Line($".AddHttpClient(\"{service.Namespace}.{service.ClientName}\")");
                    code.Line(".ConfigurePrimaryHttpMessageHandler(ServiceClient.CreateHandler)");
                    // Versions before 9 would log tokens and signatures.
                    code.Line(".RedactLoggedHeaders(static _ => true)");
                    code.Line(
                        $".AddTypedClient<{service.InterfaceName}>(http => new {service.ClientName}(http, options));"
                    );
                }
            }
        }

        return file.ToSourceFile("ServiceCollectionExtensions");
    }
}
