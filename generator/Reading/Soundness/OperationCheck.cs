using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Decides whether an operation can be called with the shapes there are.</summary>
internal sealed class OperationCheck(ShapeTable shapes, Findings findings, ServiceMetadata metadata)
{
    /// <summary>The operation with those of its errors that are sound, by name; null when it cannot be called.</summary>
    public OperationModel? Run(OperationModel operation)
    {
        if (
            !IsStructure(operation.Input, new ModelPart.Input(operation.Name), $"The input of '{operation.Name}'")
            || !IsStructure(operation.Output, new ModelPart.Output(operation.Name), $"The output of '{operation.Name}'")
            || !AreLabelsBound(operation)
            || (operation.AuthSchemes.Count == 0 && metadata.AuthSchemes.Count == 0)
        )
        {
            return null;
        }

        RequireLabels(operation);
        return operation with
        {
            Errors = operation
                .Errors.Where(error => IsError(operation.Name, error))
                .OrderBy(static error => error, StringComparer.Ordinal)
                .ToEquatableArray(),
        };
    }

    private bool IsStructure(string? name, ModelPart part, string what) =>
        name is null
        || (
            ShapeCheck.Resolve(shapes, findings, name, part) is { } shape
            && (
                shape is StructureShape { IsUnion: false, Error: null }
                || Unsuitable(part, what, "a structure that is no error", shape)
            )
        );

    private bool IsError(string operation, string name)
    {
        ModelPart part = new ModelPart.Error(operation, name);
        return ShapeCheck.Resolve(shapes, findings, name, part) is { } shape
            && (
                shape is StructureShape { IsUnion: false, Error: not null }
                || Unsuitable(part, $"An error of '{operation}'", "an error", shape)
            );
    }

    private bool Unsuitable(ModelPart part, string what, string expected, Shape actual)
    {
        findings.AddOnce(
            ReadingDiagnostics.UnsuitableShape,
            part,
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
        ModelPart uri = new ModelPart.HttpUri(operation.Name);
        StructureShape? input = InputOf(operation);
        HashSet<string> open = [.. (input?.Members ?? []).Where(IsLabel).Select(static member => member.HttpName)];
        foreach (UriSegment label in operation.Uri.Path.Where(static segment => segment.IsLabel))
        {
            if (!open.Remove(label.Text))
            {
                return Unbound(operation, uri, $"has no member for the label '{label.Text}'");
            }

            if (label.IsGreedy && !IsText(input!, label.Text))
            {
                return Unbound(operation, uri, $"has no string for the label '{label.Text}', which may hold slashes");
            }
        }

        if (open.Count > 0)
        {
            return Unbound(operation, uri, $"binds '{open.First()}' to the path, which has no such label");
        }

        foreach (UriSegment label in operation.HostPrefix.Where(static segment => segment.IsLabel))
        {
            if (input?.Members.Any(member => member.HostLabel && member.Name == label.Text) != true)
            {
                return Unbound(
                    operation,
                    new ModelPart.HostPrefix(operation.Name),
                    $"has no host label '{label.Text}'"
                );
            }
        }

        return true;
    }

    /// <summary>Says so, unless the member that is missing has had its diagnostic.</summary>
    private bool Unbound(OperationModel operation, ModelPart part, string fault)
    {
        if (operation.Input is null || !shapes.IsDamaged(operation.Input))
        {
            findings.Add(
                ReadingDiagnostics.InvalidHttpBinding,
                part,
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

    private bool IsText(StructureShape input, string label) =>
        input.Members.Any(member =>
            IsLabel(member) && member.HttpName == label && shapes.Find(member.Target) is StringShape
        );

    private static bool IsLabel(Member member) => member.Location is MemberLocation.Label;
}
