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
        if (!operation.BindsEndpoint)
        {
            return;
        }

        List<string> calls = [.. operation.EndpointBindings.Select(Call)];
        if (operation.EndpointMember is { } member)
        {
            calls.Insert(0, $".WithEndpoint(request.{member.PropertyName})");
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
                foreach (string call in calls.Take(calls.Count - 1))
                {
                    code.Line(call);
                }

                code.Line(calls[calls.Count - 1] + ";");
            }
        }
    }

    private static string Call(EndpointBindingPlan binding) =>
        $".With({Literals.String(binding.Parameter)}, {Value(binding.Value)})";

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
