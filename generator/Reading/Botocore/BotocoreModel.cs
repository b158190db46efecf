using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.EndpointRules;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>A model as botocore keeps it: <c>service-2.json</c>, and what there is beside it.</summary>
internal sealed class BotocoreModel(
    JsonObject service,
    ModelSource source,
    DiagnosticBag diagnostics,
    CancellationToken cancellationToken
) : IModelFormat
{
    private readonly BotocoreFiles _files = new(service, source, diagnostics, cancellationToken);

    public ModelDraft? Read()
    {
        JsonObject root = _files.Service;
        if (ServiceReader.Read(new JsonFields(root, diagnostics), cancellationToken) is not { } draft)
        {
            return null;
        }

        JsonObject operations = (JsonObject)root["operations"]!;
        return draft with
        {
            Service = draft.Service with
            {
                EndpointRules = _files.EndpointRules is { } rules
                    ? EndpointRuleSetReader.Read(rules, diagnostics)
                    : null,
                Paginators = PaginatorReader.ReadAll(_files.Paginators, operations, diagnostics).ToEquatableArray(),
                Waiters = WaiterReader.ReadAll(_files.Waiters, operations, diagnostics).ToEquatableArray(),
            },
        };
    }

    public SourceSpan? Locate(ModelPart part) => new PartLocator(_files).Locate(part);
}
