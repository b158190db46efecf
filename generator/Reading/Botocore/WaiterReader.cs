using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>Reads <c>waiters-2.json</c>.</summary>
internal static class WaiterReader
{
    /// <param name="operations">What the service declares.</param>
    public static IEnumerable<WaiterModel> ReadAll(JsonObject? root, JsonObject operations, DiagnosticBag diagnostics)
    {
        if (root is null)
        {
            yield break;
        }

        foreach ((JsonProperty property, JsonFields fields) in new JsonFields(root, diagnostics).Entries("waiters"))
        {
            if (Identifier.Check(property, diagnostics) && Read(property.Name, fields, operations) is { } waiter)
            {
                yield return waiter;
            }
        }
    }

    private static WaiterModel? Read(string name, JsonFields waiter, JsonObject operations)
    {
        Vocabulary.Waiter.Check(waiter);
        JsonString? operation = waiter.Require<JsonString>("operation", "a string");
        int? delay = waiter.RequiredPositive("delay");
        int? maxAttempts = waiter.RequiredPositive("maxAttempts");
        if (operation is null || delay is null || maxAttempts is null)
        {
            return null;
        }

        if (operations[operation.Value] is null)
        {
            waiter.Diagnostics.Add(
                ReadingDiagnostics.InvalidWaiter,
                operation.Span,
                name,
                $"the service has no operation '{operation.Value}'"
            );
            return null;
        }

        return AcceptorReader.ReadAll(waiter) is { } acceptors
            ? new WaiterModel
            {
                Name = name,
                Operation = operation.Value,
                Documentation = waiter.Text("description") ?? "",
                DelaySeconds = delay.Value,
                MaxAttempts = maxAttempts.Value,
                Acceptors = acceptors,
            }
            : null;
    }
}
