using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The extensions that register the client in a container.</summary>
internal static class ServiceCollectionEmitter
{
    /// <summary>Where whoever registers services looks for it.</summary>
    private const string Namespace = "Microsoft.Extensions.DependencyInjection";

    private static Source[] SourcesOf(ServicePlan service) =>
        [
            service.RequiresEndpoint
                ? new(
                    $"Action<{service.OptionsName}>",
                    "configure",
                    "",
                    "Changes settings, of which <see cref=\"ServiceClientOptions.Endpoint\"/> is required."
                )
                : new(
                    $"Action<{service.OptionsName}>?",
                    "configure",
                    " = null",
                    "Changes settings; what is left open comes from the container, the environment and the shared config file."
                ),
            new(
                $"Action<IServiceProvider, {service.OptionsName}>",
                "configure",
                "",
                "Changes settings with the help of other services."
            ),
            new(
                // In full: few projects have the namespace, and every file that mentions the word would import it.
                "global::Microsoft.Extensions.Configuration.IConfiguration",
                "configuration",
                "",
                $"The section with the settings, which are called as the properties of <see cref=\"{service.OptionsName}\"/>; any other key is an error."
            ),
        ];

    public static SourceFile Emit(ServicePlan service)
    {
        CodeFile file = new(service, Namespace);
        CodeWriter code = file.Code;
        code.Line($"/// <summary>Registers <see cref=\"{service.InterfaceName}\"/>.</summary>");
        using (code.Block($"{service.Accessibility} static class {service.ServiceCollectionExtensionsName}"))
        {
            WriteRegistration(code, service);
            foreach (bool isKeyed in (bool[])[false, true])
            {
                foreach (Source source in SourcesOf(service))
                {
                    code.Line();
                    WriteMethod(code, service, isKeyed, source);
                }
            }
        }

        return file.ToSourceFile("ServiceCollectionExtensions");
    }

    private static void WriteRegistration(CodeWriter code, ServicePlan service)
    {
        IReadOnlyList<OptionPlan> options = service.Options?.Options ?? [];
        bool isAll = options.Count == 0 && !service.RequiresEndpoint;
        code.List(
            $"private static readonly ServiceClientRegistration<{service.InterfaceName}, {service.OptionsName}> Registration = new(",
            [
                $"\"{service.Namespace}.{service.ClientName}\"",
                $"static (http, options) => new {service.ClientName}(http, options)",
            ],
            isAll ? ");" : ")"
        );
        if (isAll)
        {
            return;
        }

        code.Line("{");
        using (code.Indented())
        {
            if (service.RequiresEndpoint)
            {
                code.Line("RequiresEndpoint = true,");
            }

            WriteSettings(code, options);
        }

        code.Line("};");
    }

    private static void WriteSettings(CodeWriter code, IReadOnlyList<OptionPlan> options)
    {
        if (options.Count == 0)
        {
            return;
        }

        using (code.Block("Settings =", "},"))
        {
            foreach (OptionPlan option in options)
            {
                string value = option.TypeName == "bool" ? "bool.Parse(text)" : "text";
                code.Line(
                    $"[\"{option.PropertyName}\"] = static (options, text) => options.{option.PropertyName} = {value},"
                );
            }
        }
    }

    private static void WriteMethod(CodeWriter code, ServicePlan service, bool isKeyed, Source source)
    {
        code.Line(
            $"/// <summary>Adds <see cref=\"{service.InterfaceName}\"/>, one for the whole container, sent through <c>IHttpClientFactory</c>.</summary>"
        );
        code.Line("/// <param name=\"services\">Where to add it.</param>");
        if (isKeyed)
        {
            code.Line("/// <param name=\"key\">The key by which it is asked for.</param>");
        }

        code.Line($"/// <param name=\"{source.Name}\">{source.Documentation}</param>");
        code.Line(
            "/// <returns>The builder of its <see cref=\"HttpClient\"/>, to which handlers can be added.</returns>"
        );
        code.List(
            $"public static IHttpClientBuilder Add{(isKeyed ? "Keyed" : "")}{service.ClientName}(",
            isKeyed
                ? ["this IServiceCollection services", "object key", $"{source.Type} {source.Name}{source.Default}"]
                : ["this IServiceCollection services", $"{source.Type} {source.Name}{source.Default}"],
            ") =>"
        );
        using (code.Indented())
        {
            code.Line(
                isKeyed
                    ? $"Registration.AddKeyed(services, key, {source.Name});"
                    : $"Registration.Add(services, {source.Name});"
            );
        }
    }

    /// <summary>Where settings come from: the last parameter of an extension.</summary>
    private sealed record Source(string Type, string Name, string Default, string Documentation);
}
