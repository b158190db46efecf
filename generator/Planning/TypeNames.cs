using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning;

/// <summary>Gives every generated type its name.</summary>
internal sealed class TypeNames
{
    private readonly Dictionary<string, string> _shapes = [];
    private readonly Dictionary<string, string> _exceptions = [];
    private readonly Dictionary<(string Operation, bool IsInput), string> _empty = [];
    private readonly List<DiagnosticInfo> _diagnostics;

    // File names come from type names, and file systems may not tell capitals apart.
    private readonly NameScope _scope;

    /// <param name="shapes">Those that become types.</param>
    /// <param name="bodies">The formats whose code stands beside a structure, in a class of its own.</param>
    public TypeNames(
        string clientName,
        IReadOnlyList<OperationModel> operations,
        OperationNames operationNames,
        IReadOnlyList<Shape> shapes,
        IEnumerable<StructureShape> errors,
        BodyFormats bodies,
        List<DiagnosticInfo> diagnostics
    )
    {
        _diagnostics = diagnostics;
        Dictionary<string, string> wanted = [];
        foreach (OperationModel operation in operations)
        {
            Want(wanted, operation.Input, operationNames.OfInput(operation));
            Want(wanted, operation.Output, operationNames.OfOutput(operation));
        }

        IEnumerable<string> besides = shapes
            .OfType<StructureShape>()
            .SelectMany(shape => Suffixes(shape, bodies).Select(suffix => Wanted(wanted, shape) + suffix));
        _scope = new NameScope(
            StringComparer.OrdinalIgnoreCase,
            [
                .. ReservedNames.Types,
                clientName,
                "I" + clientName,
                "Fake" + clientName,
                clientName + "Options",
                clientName + "EndpointRules",
                .. besides,
            ]
        );
        foreach (StructureShape error in errors)
        {
            string stem = ExceptionStem(error.Name);
            string free = _scope.IsTaken(stem + "Exception") ? stem + "ErrorException" : stem + "Exception";
            _exceptions[error.Name] = Claim(stem + "Exception", free, error.Name);
        }

        // An error of the model may be called as the service is, and callers know its name.
        OfBaseException = _scope.Claim(BaseException(clientName));
        foreach (OperationModel operation in operations)
        {
            ClaimEmpty(operation.Input, (operation.Name, true), operationNames.OfInput(operation));
            ClaimEmpty(operation.Output, (operation.Name, false), operationNames.OfOutput(operation));
        }

        // What callers can guess comes first, and then what the model calls so itself.
        foreach (Shape shape in shapes.OrderBy(shape => wanted.ContainsKey(shape.Name) ? 0 : 1))
        {
            string name = Wanted(wanted, shape);
            _shapes[shape.Name] = Claim(name, name, shape.Name);
        }
    }

    /// <summary>The base of the service's exceptions.</summary>
    public string OfBaseException { get; }

    public string OfShape(string shape) => _shapes[shape];

    public string OfException(string error) => _exceptions[error];

    /// <summary>The type of an input that no shape stands for.</summary>
    public string OfEmptyInput(OperationModel operation) => _empty[(operation.Name, true)];

    /// <summary>The type of an output that no shape stands for.</summary>
    public string OfEmptyOutput(OperationModel operation) => _empty[(operation.Name, false)];

    /// <summary>A name for a type that no shape stands for.</summary>
    public string Claim(string wanted) => _scope.Claim(wanted);

    /// <summary>Of the classes that read, write, check and search a structure.</summary>
    private static string[] Suffixes(StructureShape shape, BodyFormats bodies) =>
        shape.IsEventStream
            ? ["Events", "Validation", "SensitiveValues"]
            : [$"{bodies.Writes}", $"{bodies.Reads}", "Validation", "SensitiveValues"];

    private static void Want(Dictionary<string, string> wanted, string? shape, string? name)
    {
        if (shape is not null && name is not null)
        {
            wanted[shape] = name;
        }
    }

    private static string Wanted(Dictionary<string, string> wanted, Shape shape) =>
        wanted.TryGetValue(shape.Name, out string? name) ? name : CSharpNames.Pascal(shape.Name);

    private void ClaimEmpty(string? shape, (string, bool) key, string? name)
    {
        if (shape is null)
        {
            _empty[key] = _scope.Claim(name!);
        }
    }

    private string Claim(string wanted, string free, string shape)
    {
        string name = _scope.Claim(free, "Shape");
        if (name != wanted)
        {
            _diagnostics.Add(
                new DiagnosticInfo(PlanningDiagnostics.TypeRenamed.Id, Span: null, [shape, wanted, name])
                {
                    Part = new ModelPart.Shape(shape),
                }
            );
        }

        return name;
    }

    private static string BaseException(string clientName) =>
        (
            clientName.EndsWith("Client", StringComparison.Ordinal) && clientName.Length > "Client".Length
                ? clientName.Substring(0, clientName.Length - "Client".Length)
                : clientName
        ) + "Exception";

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
