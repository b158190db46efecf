using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>Code that writes events as messages.</summary>
internal static class EventWriterEmitter
{
    public static void Write(CodeFile file, StructurePlan plan, EventStreamPlan stream)
    {
        CodeWriter code = file.Code;
        using (code.Block($"public static void Write({plan.Name} value, EventWriter message)"))
        using (code.Block("switch (value)"))
        {
            foreach (EventPlan @event in stream.Events)
            {
                code.Line($"case {plan.Name}.{@event.Case.PropertyName} {@event.Case.LocalName}:");
                using (code.Indented())
                {
                    WriteCase(file, @event);
                    code.Line("break;");
                }
            }
        }

        if (stream.SentExceptions.Count > 0)
        {
            WriteExceptions(code, stream.SentExceptions);
        }

        foreach (EventPlan bound in stream.Events.Where(static @event => !@event.Message.IsWholeObject))
        {
            WriteBound(file, bound.Case.PropertyName, bound.Message);
        }

        foreach (StreamExceptionPlan error in stream.SentExceptions)
        {
            WriteBound(file, error.Exception, error.Message);
        }
    }

    private static void WriteExceptions(CodeWriter code, IReadOnlyList<StreamExceptionPlan> errors)
    {
        using (code.Block("public static bool WriteException(ServiceException exception, EventWriter message)"))
        using (code.Block("switch (exception)"))
        {
            foreach (StreamExceptionPlan error in errors)
            {
                code.Line($"case {error.Exception} error:");
                using (code.Indented())
                {
                    code.Line($"message.Exception({Literals.String(error.WireName)}, {MediaType(error.MediaType)});");
                    code.Line($"Write{error.Exception}(error, message);");
                    code.Line("return true;");
                }
            }

            code.Line("default:");
            using (code.Indented())
            {
                code.Line("return false;");
            }
        }
    }

    private static string MediaType(string? mediaType) => mediaType is null ? "null" : Literals.String(mediaType);

    private static void WriteCase(CodeFile file, EventPlan @event)
    {
        string value = @event.Case.LocalName + ".Value";
        file.Code.Line($"message.Event({Literals.String(@event.Case.WireName)}, {MediaType(@event.MediaType)});");
        if (@event.Message.IsWholeObject)
        {
            BodyObject body = @event.Message.Object!;
            file.Writer.WriteShape(file.Code, @event.Message.Shape, body, file.Writer.EventWriter, value);
        }
        else
        {
            file.Code.Line($"Write{@event.Case.PropertyName}({value}, message);");
        }
    }

    /// <summary>The method for an error, or for an event some of whose members are headers of the message, or its payload.</summary>
    private static void WriteBound(CodeFile file, string name, MessagePlan message)
    {
        CodeWriter code = file.Code;
        using (code.Block($"private static void Write{name}({message.Shape.Name} value, EventWriter message)"))
        {
            foreach (PartPlan part in message.Parts)
            {
                file.UsesDeprecated |= part.Member.Obsolete is not null;
                if (part is PayloadPart payload)
                {
                    WritePayload(file, payload);
                }
                else
                {
                    code.Line($"message.Header({Literals.String(part.Member.WireName)}, {Header(part.Member)});");
                }
            }

            if (message.Object is { } body)
            {
                file.Writer.WriteObject(file, body, file.Writer.EventWriter, "value");
            }
        }
    }

    /// <summary>A value that does not fit is the caller's mistake.</summary>
    private static string Header(MemberPlan member) =>
        member.Type is NumberType { EventHeader: { } narrow }
            ? $"checked(({(narrow == NarrowInteger.SByte ? "sbyte" : "short")}?)value.{member.PropertyName})"
            : Text(member);

    private static string Text(MemberPlan member) =>
        $"value.{member.PropertyName}{(member.Type is not EnumType ? "" : member.IsNullable ? "?.Value" : ".Value")}";

    private static void WritePayload(CodeFile file, PayloadPart payload)
    {
        MemberPlan member = payload.Member;
        string value = "value." + member.PropertyName;
        if (payload.IsRaw)
        {
            file.Code.Line($"message.Payload({Text(member)});");
        }
        else if (member.IsNullable)
        {
            using (file.Code.Block($"if ({value} is {member.Type.Present} {member.LocalName})"))
            {
                file.Writer.WritePayload(file.Code, payload, file.Writer.EventWriter, member.LocalName);
            }
        }
        else
        {
            file.Writer.WritePayload(file.Code, payload, file.Writer.EventWriter, value);
        }
    }
}
