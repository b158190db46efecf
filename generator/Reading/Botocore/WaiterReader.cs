using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>Reads <c>waiters-2.json</c>.</summary>
internal static class WaiterReader
{
    public static EquatableArray<WaiterModel> ReadAll(
        JsonObject? root,
        OperationTable operations,
        DiagnosticBag diagnostics
    )
    {
        List<WaiterModel> waiters = [];
        if (root is not null)
        {
            foreach ((JsonProperty property, JsonFields fields) in new JsonFields(root, diagnostics).Entries("waiters"))
            {
                if (Identifier.Check(property, diagnostics) && Read(property.Name, fields, operations) is { } waiter)
                {
                    waiters.Add(waiter);
                }
            }
        }

        return waiters.ToEquatableArray();
    }

    private static WaiterModel? Read(string name, JsonFields waiter, OperationTable operations)
    {
        Vocabulary.Waiter.Check(waiter);
        string? operationName = waiter.RequiredText("operation");
        int? delay = waiter.RequiredPositive("delay");
        int? maxAttempts = waiter.RequiredPositive("maxAttempts");
        if (operationName is null || delay is null || maxAttempts is null)
        {
            return null;
        }

        if (operations.Find(operationName) is not { } operation)
        {
            if (!operations.IsDeclared(operationName))
            {
                waiter.Diagnostics.Add(
                    ReadingDiagnostics.InvalidWaiter,
                    waiter.Json["operation"]!.Span,
                    name,
                    $"the service has no operation '{operationName}'"
                );
            }

            return null;
        }

        return new AcceptorReader(name, operation, operations).ReadAll(waiter) is { } acceptors
            ? new WaiterModel
            {
                Name = name,
                Operation = operationName,
                Documentation = waiter.Text("description") ?? "",
                DelaySeconds = delay.Value,
                MaxAttempts = maxAttempts.Value,
                Acceptors = acceptors,
            }
            : null;
    }
}
