using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Botocore;
using SsoOidcGen.Reading.EndpointRules;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Reading;

/// <summary>Turns the files of a model into a model in which every reference leads somewhere.</summary>
internal static class ModelReader
{
    /// <remarks>
    /// What is unsound is left out and costs one diagnostic; what depends on it is left out without another. In the
    /// model that is returned, every target is a shape; operations have structures as input, output and errors; each
    /// label of a path is a required member; a payload is a member that can be a body; locations suit their members;
    /// lists and maps end at another kind of shape; required members never need themselves; paginators and waiters
    /// belong to operations that have the members they name; and what is bound to a parameter of the endpoint rules has
    /// its type.
    /// </remarks>
    public static ReadResult Read(ModelSource source, CancellationToken cancellationToken)
    {
        DiagnosticBag diagnostics = new();
        ModelFiles files = new(source, diagnostics, cancellationToken);
        ServiceModel? model = null;
        if (
            files.ReadService() is { } root
            && ServiceReader.Read(root, diagnostics, cancellationToken) is var (service, operations)
        )
        {
            EndpointRuleSet? rules = files.ReadSibling("endpoint-rule-set-1") is { } ruleSet
                ? EndpointRuleSetReader.Read(ruleSet, diagnostics)
                : null;
            model = new ContextParameterCheck(rules, operations, diagnostics).Run(service) with
            {
                EndpointRules = rules,
                Paginators = PaginatorReader.ReadAll(files.ReadSibling("paginators-1"), operations, diagnostics),
                Waiters = WaiterReader.ReadAll(files.ReadSibling("waiters-2"), operations, diagnostics),
            };
        }

        return new ReadResult(model, diagnostics.ToArray());
    }
}
