using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>Code that makes events and exceptions of the messages that arrive.</summary>
internal static class EventReaderEmitter
{
    public static void Write(CodeFile file, StructurePlan plan, EventStreamPlan stream)
    {
        WriteRead(file, plan, stream);
        file.Code.Line();
        WriteCreateException(file.Code, stream);
        foreach (EventPlan bound in stream.Events.Where(static @event => !@event.Message.IsWholeObject))
        {
            file.Code.Line();
            WriteReadBound(file, bound);
        }
    }

    private static void WriteRead(CodeFile file, StructurePlan plan, EventStreamPlan stream)
    {
        CodeWriter code = file.Code;
        using (code.Block($"public static {plan.Name} Read(EventMessage message)"))
        {
            if (stream.Events.Any(static @event => @event.Message.IsWholeObject))
            {
                code.Line($"{file.Reader.ReaderType} reader;");
            }

            using (code.Block("switch (message.EventType)"))
            {
                foreach (EventPlan @event in stream.Events)
                {
                    code.Line($"case {Literals.String(@event.Case.WireName)}:");
                    using (code.Indented())
                    {
                        WriteCase(file, plan, @event);
                    }
                }

                code.Line("default:");
                using (code.Indented())
                {
                    code.Line($"return new {plan.Name}.Unknown(message.EventType);");
                }
            }
        }
    }

    private static void WriteCase(CodeFile file, StructurePlan plan, EventPlan @event)
    {
        string name = @event.Case.PropertyName;
        if (@event.Message.IsWholeObject)
        {
            file.Code.Line($"reader = {file.Reader.EventReader};");
            file.Code.Line($"return new {plan.Name}.{name}({file.Reader.ReadValue(@event.Case.Type)});");
        }
        else
        {
            file.Code.Line($"return new {plan.Name}.{name}(Read{name}(message));");
        }
    }

    private static void WriteCreateException(CodeWriter code, EventStreamPlan stream)
    {
        if (stream.Exceptions.Count == 0)
        {
            code.Line("public static ServiceException? CreateException(in ErrorResponse error) => null;");
            return;
        }

        code.Line("public static ServiceException? CreateException(in ErrorResponse error) =>");
        using (code.Indented())
        using (code.Block("error.Code switch", "};"))
        {
            foreach (StreamExceptionPlan exception in stream.Exceptions)
            {
                code.Line($"{Literals.String(exception.WireName)} => {exception.Exception}.Read(in error),");
            }

            code.Line("_ => null,");
        }
    }

    /// <summary>The method for an event some of whose members are headers of the message, or its payload.</summary>
    private static void WriteReadBound(CodeFile file, EventPlan @event)
    {
        CodeWriter code = file.Code;
        MessagePlan message = @event.Message;
        using (code.Block($"private static {message.Shape.Name} Read{@event.Case.PropertyName}(EventMessage message)"))
        {
            foreach (PartPlan part in message.Parts)
            {
                if (part is PayloadPart payload)
                {
                    WritePayload(file, payload.Member);
                }
                else
                {
                    code.Line($"{part.Member.Type.Name}? {part.Member.LocalName} = {Header(part.Member)};");
                }
            }

            if (message.Object is { } body)
            {
                RecordEmitter.WriteLocals(code, body.Members);
                code.Line($"{file.Reader.ReaderType} reader = {file.Reader.EventReader};");
                file.Reader.ReadObject(code, body.Members);
            }

            RecordEmitter.WriteResult(file, message.Shape);
        }
    }

    private static string Header(MemberPlan member)
    {
        string name = Literals.String(member.WireName);
        return member.Type is EnumType
            ? $"message.Header<string>({name}) is {{ }} {member.LocalName}Text ? new {member.Type.Name}({member.LocalName}Text) : ({member.Type.Name}?)null"
            : $"message.Header<{member.Type.Name}{(member.Type.IsValueType ? "?" : "")}>({name})";
    }

    private static void WritePayload(CodeFile file, MemberPlan member)
    {
        CodeWriter code = file.Code;
        string local = $"{member.Type.Name}? {member.LocalName}";
        switch (member.Type)
        {
            case BlobType:
                code.Line($"{local} = message.Payload;");
                break;
            case StringType:
                code.Line($"{local} = Encoding.UTF8.GetString(message.Payload.Span);");
                break;
            case EnumType:
                code.Line($"{local} = new {member.Type.Name}(Encoding.UTF8.GetString(message.Payload.Span));");
                break;
            default:
                code.Line($"{file.Reader.ReaderType} reader = {file.Reader.EventReader};");
                code.Line($"{local} = {file.Reader.ReadValue(member.Type)};");
                break;
        }
    }
}
