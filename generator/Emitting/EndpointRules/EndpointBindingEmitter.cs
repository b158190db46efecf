using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints how an operation tells the endpoint rules about a call.</summary>
internal static class EndpointBindingEmitter
{
    /// <summary>A function of the descriptor, or nothing when there is nothing to tell.</summary>
    public static void Emit(CodeFile file, OperationPlan operation)
    {
        if (operation.EndpointBindings.Count == 0)
        {
            return;
        }

        file.UsesDeprecated |= operation.EndpointBindings.Any(static binding => binding.UsesDeprecated);
        file.Code.Line("BindEndpoint = static (input, context) =>");
        using (file.Code.Indented())
        {
            file.Code.Line("context");
            using (file.Code.Indented())
            {
                for (int i = 0; i < operation.EndpointBindings.Count; i++)
                {
                    EndpointBindingPlan binding = operation.EndpointBindings[i];
                    string end = i == operation.EndpointBindings.Count - 1 ? "," : "";
                    file.Code.Line($".With({Literals.String(binding.Parameter)}, {binding.Value}){end}");
                }
            }
        }
    }
}
