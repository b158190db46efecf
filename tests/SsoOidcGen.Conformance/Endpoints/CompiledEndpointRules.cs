using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Emitting.EndpointRules;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Planning;
using SsoOidcGen.Reading.EndpointRules;
using SsoOidcGen.Reading.Json;
using SsoOidcGen.Runtime;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;
using JsonRoot = SsoOidcGen.Reading.Json.JsonObject;

namespace SsoOidcGen.Conformance.Endpoints;

/// <summary>Endpoint rules on the whole way: read from a file, emitted as C#, compiled and loaded.</summary>
internal sealed class CompiledEndpointRules
{
    private readonly EndpointRuleSet _rules;
    private readonly Func<EndpointContext, Endpoint> _resolve;

    private CompiledEndpointRules(EndpointRuleSet rules, string code)
    {
        _rules = rules;
        _resolve = InMemoryCompiler
            .Compile(code)
            .GetType("Sample.SampleClientEndpointRules", throwOnError: true)!
            .GetMethod("Resolve")!
            .CreateDelegate<Func<EndpointContext, Endpoint>>();
        LineCount = code.Count(character => character == '\n');
    }

    public int LineCount { get; }

    public static CompiledEndpointRules Compile(string ruleSetFile)
    {
        DiagnosticBag diagnostics = new();
        JsonFile file = new(ruleSetFile, File.ReadAllText(ruleSetFile));
        EndpointRuleSet rules = EndpointRuleSetReader.Read(
            (JsonRoot)JsonParser.Parse(file, diagnostics, CancellationToken.None)!,
            diagnostics
        )!;
        Assert.DoesNotContain(
            diagnostics.ToArray(),
            diagnostic => DiagnosticDescriptors.Get(diagnostic.Id).DefaultSeverity == DiagnosticSeverity.Error
        );
        return new CompiledEndpointRules(rules, EndpointRulesEmitter.Emit(Sample, rules).Text);
    }

    public Endpoint Resolve(JsonObject parameters) =>
        _resolve(
            parameters.Aggregate(new EndpointContext(), (context, entry) => Bind(context, entry.Key, entry.Value!))
        );

    private EndpointContext Bind(EndpointContext context, string parameter, JsonNode value) =>
        _rules.Parameters.FirstOrDefault(declared => declared.Name == parameter)?.BuiltIn switch
        {
            EndpointBuiltIns.Region => context with { Region = value.GetValue<string>() },
            EndpointBuiltIns.Endpoint => context with { Endpoint = value.GetValue<string>() },
            EndpointBuiltIns.UseFips => context with { UseFips = value.GetValue<bool>() },
            EndpointBuiltIns.UseDualStack => context with { UseDualStack = value.GetValue<bool>() },
            EndpointBuiltIns.AccountId => context with { AccountId = value.GetValue<string>() },
            EndpointBuiltIns.AccountIdEndpointMode => context with { AccountIdEndpointMode = value.GetValue<string>() },
            _ when value is JsonArray items => context.With(
                parameter,
                [.. items.Select(item => item!.GetValue<string>())]
            ),
            _ when value.GetValueKind() == JsonValueKind.String => context.With(parameter, value.GetValue<string>()),
            _ => context.With(parameter, value.GetValue<bool>()),
        };

    private static ServicePlan Sample { get; } =
        new()
        {
            Metadata = new ServiceMetadata
            {
                ServiceId = "Sample",
                FullName = "Sample",
                ApiVersion = "2020-01-01",
                EndpointPrefix = "sample",
                SigningName = "sample",
                Protocol = Protocol.RestJson,
            },
            Documentation = "",
            Namespace = "Sample",
            ClientName = "SampleClient",
            Accessibility = "public",
            HasHttpClientFactory = false,
            Operations = [],
            Exceptions = [],
            SharedTypes = new TypeGroup([], []),
            Paginators = [],
            Waiters = [],
            EndpointRules = null,
        };
}
