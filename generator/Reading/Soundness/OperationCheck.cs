using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Decides whether an operation can be called with the shapes there are.</summary>
internal sealed class OperationCheck(ShapeTable shapes, ModelPlaces places, ServiceMetadata metadata)
{
    /// <summary>The operation with those of its errors that are sound; null when it cannot be called.</summary>
    public OperationModel? Run(OperationModel operation)
    {
        if (
            !IsStructure(operation.Name, "input", operation.Input)
            || !IsStructure(operation.Name, "output", operation.Output)
            || !AreLabelsBound(operation)
            || (operation.AuthSchemes.Count == 0 && metadata.AuthSchemes.Count == 0)
        )
        {
            return null;
        }

        RequireLabels(operation);
        return operation with
        {
            Errors = operation.Errors.Where(error => IsError(operation.Name, error)).ToEquatableArray(),
        };
    }

    private bool IsStructure(string operation, string role, string? name)
    {
        if (name is null)
        {
            return true;
        }

        string[] place = ["operations", operation, role, "shape"];
        return ShapeCheck.Resolve(shapes, places, name, place) is { } shape
            && (
                shape is StructureShape { IsUnion: false, Error: null }
                || Unsuitable(places.Find(place), $"The {role} of '{operation}'", "a structure that is no error", shape)
            );
    }

    private bool IsError(string operation, string name)
    {
        string[] list = ["operations", operation, "errors"];
        if (shapes.Find(name) is not { } shape)
        {
            if (!shapes.IsDeclared(name))
            {
                places.Diagnostics.AddOnce(ReadingDiagnostics.UnknownShape, places.FindEntry(name, list), name);
            }

            return false;
        }

        return shape is StructureShape { IsUnion: false, Error: not null }
            || Unsuitable(
                places.FindEntry(name, list),
                $"An error of '{operation}'",
                "a structure marked as 'exception'",
                shape
            );
    }

    private bool Unsuitable(SourceSpan place, string what, string expected, Shape actual)
    {
        places.Diagnostics.AddOnce(
            ReadingDiagnostics.UnsuitableShape,
            place,
            what,
            expected,
            actual.Name,
            ShapeKinds.Describe(actual)
        );
        return false;
    }

    /// <summary>Each label of the path and of the host is one member of the input, and each such member is a label.</summary>
    private bool AreLabelsBound(OperationModel operation)
    {
        StructureShape? input = InputOf(operation);
        HashSet<string> open = [.. (input?.Members ?? []).Where(IsLabel).Select(static member => member.HttpName)];
        foreach (UriSegment label in operation.Uri.Path.Where(static segment => segment.IsLabel))
        {
            if (!open.Remove(label.Text))
            {
                return Unbound(operation, "http", "requestUri", $"has no member for the label '{label.Text}'");
            }
        }

        if (open.Count > 0)
        {
            return Unbound(
                operation,
                "http",
                "requestUri",
                $"binds '{open.First()}' to the path, which has no such label"
            );
        }

        foreach (UriSegment label in operation.HostPrefix.Where(static segment => segment.IsLabel))
        {
            if (input?.Members.Any(member => member.HostLabel && member.Name == label.Text) != true)
            {
                return Unbound(operation, "endpoint", "hostPrefix", $"has no host label '{label.Text}'");
            }
        }

        return true;
    }

    /// <summary>Says so, unless the member that is missing has had its diagnostic.</summary>
    private bool Unbound(OperationModel operation, string part, string property, string fault)
    {
        if (operation.Input is null || !shapes.IsDamaged(operation.Input))
        {
            places.Diagnostics.Add(
                ReadingDiagnostics.InvalidHttpBinding,
                places.Find("operations", operation.Name, part, property),
                $"The input of '{operation.Name}' {fault}; make both agree"
            );
        }

        return false;
    }

    /// <summary>Without its labels there is no path and no host, whether or not the model lists them as required.</summary>
    private void RequireLabels(OperationModel operation)
    {
        bool IsNeeded(Member member) =>
            IsLabel(member)
            || operation.HostPrefix.Any(segment => segment.IsLabel && segment.Text == member.Name && member.HostLabel);

        if (InputOf(operation) is { } input && input.Members.Any(member => IsNeeded(member) && !member.Required))
        {
            shapes.Set(
                input with
                {
                    Members = input
                        .Members.Select(member => IsNeeded(member) ? member with { Required = true } : member)
                        .ToEquatableArray(),
                }
            );
        }
    }

    private StructureShape? InputOf(OperationModel operation) =>
        operation.Input is { } name ? shapes.Find(name) as StructureShape : null;

    private static bool IsLabel(Member member) => member.Location is MemberLocation.Label;
}
