using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>Gives every generated type its name.</summary>
internal sealed class TypeNames
{
    private readonly Dictionary<string, string> _shapes = [];
    private readonly Dictionary<string, string> _exceptions = [];

    // File names come from type names, and file systems may not tell capitals apart.
    private readonly NameScope _scope;

    public TypeNames(
        string clientName,
        IEnumerable<Shape> shapes,
        IEnumerable<StructureShape> errors,
        List<DiagnosticInfo> diagnostics
    )
    {
        _scope = new NameScope(
            StringComparer.OrdinalIgnoreCase,
            [
                .. ReservedNames.Types,
                clientName,
                "I" + clientName,
                clientName + "Options",
                clientName + "EndpointRules",
                clientName + "ServiceCollectionExtensions",
            ]
        );
        foreach (StructureShape error in errors)
        {
            string stem = ExceptionStem(error.Name);
            string free = _scope.IsTaken(stem + "Exception") ? stem + "ErrorException" : stem + "Exception";
            _exceptions[error.Name] = Claim(stem + "Exception", free, error.Name, diagnostics);
        }

        foreach (Shape shape in shapes)
        {
            string wanted = CSharpNames.Pascal(shape.Name);
            string name = Claim(wanted, wanted, shape.Name, diagnostics);
            _shapes[shape.Name] = name;
            _scope.Claim(name + "Json");
            _scope.Claim(name + "Events");
            _scope.Claim(name + "Validation");
            _scope.Claim(name + "SensitiveValues");
        }
    }

    public string OfShape(string shape) => _shapes[shape];

    public string OfException(string error) => _exceptions[error];

    /// <summary>A name for a type that no shape stands for.</summary>
    public string Claim(string wanted) => _scope.Claim(wanted);

    private string Claim(string wanted, string free, string shape, List<DiagnosticInfo> diagnostics)
    {
        string name = _scope.Claim(free, "Shape");
        if (name != wanted)
        {
            diagnostics.Add(
                new DiagnosticInfo(PlanningDiagnostics.TypeRenamed.Id, Span: null, [shape, wanted, name])
                {
                    Part = new ModelPart.Shape(shape),
                }
            );
        }

        return name;
    }

    /// <summary>What stands before <c>Exception</c>.</summary>
    private static string ExceptionStem(string shape)
    {
        string name = CSharpNames.Pascal(shape);
        foreach (string suffix in new[] { "Exception", "Fault", "Error" })
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
            {
                name = name.Substring(0, name.Length - suffix.Length);
                break;
            }
        }

        return name;
    }
}
