using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Endpoints;

/// <summary>Endpoint rules on the whole way: read from a file, emitted as C#, compiled and loaded.</summary>
internal sealed class CompiledEndpointRules
{
    /// <summary>Rules of every protocol are tried with a service of one that the generator knows.</summary>
    private const string Service = """
        {
          "metadata": {
            "protocol": "rest-json",
            "serviceId": "Sample",
            "endpointPrefix": "sample",
            "apiVersion": "2020-01-01"
          },
          "operations": {},
          "shapes": {}
        }
        """;

    private readonly Dictionary<string, string?> _builtIns;
    private readonly Func<EndpointContext, Endpoint> _resolve;

    /// <param name="ruleSet">The JSON of a rule set or of a decision diagram.</param>
    public CompiledEndpointRules(string ruleSet)
    {
        Generation generation = Generation.Run(
            ModelText.Model("model/service-2.json", Service, "Sample|SampleClient||"),
            ModelText.Sibling("model/endpoint-rule-set-1.json", ruleSet)
        );
        Assert.DoesNotContain(
            generation.Diagnostics,
            static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
        );
        Assert.Empty(generation.CompilerDiagnostics);

        LineCount = generation.Files["Sample.SampleClient/EndpointRules.g.cs"].Count(static c => c == '\n');
        _resolve = generation
            .Load()
            .GetType("Sample.SampleClientEndpointRules", throwOnError: true)!
            .GetMethod("Resolve")!
            .CreateDelegate<Func<EndpointContext, Endpoint>>();
        _builtIns = JsonNode.Parse(ruleSet)!["parameters"]!
            .AsObject()
            .ToDictionary(static entry => entry.Key, static entry => entry.Value!["builtIn"]?.GetValue<string>());
    }

    public int LineCount { get; }

    public Endpoint Resolve(JsonObject parameters) =>
        _resolve(
            parameters.Aggregate(new EndpointContext(), (context, entry) => Bind(context, entry.Key, entry.Value!))
        );

    private EndpointContext Bind(EndpointContext context, string parameter, JsonNode value) =>
        _builtIns.GetValueOrDefault(parameter) switch
        {
            "AWS::Region" => context with { Region = value.GetValue<string>() },
            "SDK::Endpoint" => context with { Endpoint = value.GetValue<string>() },
            "AWS::UseFIPS" => context with { UseFips = value.GetValue<bool>() },
            "AWS::UseDualStack" => context with { UseDualStack = value.GetValue<bool>() },
            "AWS::Auth::AccountId" => context with { AccountId = value.GetValue<string>() },
            "AWS::Auth::AccountIdEndpointMode" => context with { AccountIdEndpointMode = value.GetValue<string>() },
            _ when value is JsonArray items => context.With(
                parameter,
                [.. items.Select(static item => item!.GetValue<string>())]
            ),
            _ when value.GetValueKind() == JsonValueKind.String => context.With(parameter, value.GetValue<string>()),
            _ => context.With(parameter, value.GetValue<bool>()),
        };
}
