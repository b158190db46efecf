using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Reads the waiters of an operation.</summary>
internal sealed class WaiterReader(AcceptorReader acceptors)
{
    private const int DefaultDelay = 2;

    /// <summary>How long AWS SDKs wait where a model does not say, in seconds.</summary>
    private const int UsualWait = 600;

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<WaiterModel> ReadAll(string operation, AstNode node)
    {
        foreach ((JsonProperty property, JsonFields fields) in node.Traits.Entries(Trait.Waitable))
        {
            if (!Identifier.Check(property, node.Diagnostics))
            {
                continue;
            }

            if (!_names.Add(property.Name))
            {
                node.Diagnostics.Add(
                    ReadingDiagnostics.InvalidWaiter,
                    property.NameSpan,
                    property.Name,
                    "another operation has a waiter of that name"
                );
            }
            else if (Read(property.Name, operation, fields) is { } waiter)
            {
                yield return waiter;
            }
        }
    }

    private WaiterModel? Read(string name, string operation, JsonFields waiter)
    {
        int delay = waiter.Has("minDelay") ? waiter.RequiredPositive("minDelay") ?? 0 : DefaultDelay;
        int? longest = waiter.Has("maxDelay") ? waiter.RequiredPositive("maxDelay") ?? 0 : null;
        if (delay == 0 || longest == 0 || acceptors.ReadAll(name, waiter) is not { } read)
        {
            return null;
        }

        return new WaiterModel
        {
            Name = name,
            Operation = operation,
            Documentation = Documentation.ToHtml(waiter.Text("documentation") ?? ""),
            DelaySeconds = delay,
            MaxAttempts = longest is { } wait ? Math.Max(1, wait / delay) : (UsualWait + delay - 1) / delay,
            Acceptors = read,
        };
    }
}
