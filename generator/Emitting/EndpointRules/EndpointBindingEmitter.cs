using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.JmesPath;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints how an operation tells the endpoint rules about a call.</summary>
internal static class EndpointBindingEmitter
{
    /// <summary>A method of the descriptor, or nothing when there is nothing to tell.</summary>
    public static void Write(CodeFile file, OperationPlan operation)
    {
        if (operation.EndpointBindings.Count == 0)
        {
            return;
        }

        file.UsesDeprecated |= operation.EndpointBindings.Any(static binding => binding.UsesDeprecated);
        CodeWriter code = file.Code;
        code.Line();
        code.Line(
            $"public override EndpointContext BindEndpoint({operation.Input.Name} request, EndpointContext context) =>"
        );
        using (code.Indented())
        {
            code.Line("context");
            using (code.Indented())
            {
                for (int i = 0; i < operation.EndpointBindings.Count; i++)
                {
                    EndpointBindingPlan binding = operation.EndpointBindings[i];
                    string end = i == operation.EndpointBindings.Count - 1 ? ";" : "";
                    code.Line($".With({Literals.String(binding.Parameter)}, {Value(binding.Value)}){end}");
                }
            }
        }
    }

    private static string Value(EndpointArgument argument) =>
        argument switch
        {
            PathArgument path => new PathPrinter("request").Print(path.Path),
            TextArgument text => Literals.String(text.Text),
            FlagArgument flag => Literals.Bool(flag.Flag),
            TextsArgument texts => $"new[] {{ {string.Join(", ", texts.Texts.Select(Literals.String))} }}",
            _ => throw new ArgumentException($"{argument} has no form in C#", nameof(argument)),
        };
}
