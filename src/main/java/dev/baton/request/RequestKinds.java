package dev.baton.request;

/** The names of the notices about requests, as they are stored with each. */
final class RequestKinds {
    /** To the manager: the facts and the buttons. */
    static final String CARD = "request.card";
    /** To the requester: where the request stands. */
    static final String RECEIPT = "request.receipt";
    /** To a linked channel, at submission. */
    static final String LINE = "request.line";
    /** To those concerned: who the CSM is. */
    static final String ASSIGNED = "request.assigned";
    /** To a linked channel, at assignment. */
    static final String ASSIGNED_LINE = "request.assigned.line";
    /** To those concerned: the CSM has changed. */
    static final String REASSIGNED = "request.reassigned";
    /** To the requester: the manager asks. */
    static final String QUESTION = "request.question";
    /** To the requester, who has not answered yet. */
    static final String QUESTION_NUDGE = "request.question.nudge";
    /** To who asked: the answer. */
    static final String ANSWER = "request.answer";
    /** To the requester: no, and why. */
    static final String DECLINED = "request.declined";
    /** To the requester: the pool serves the account. */
    static final String REDIRECTED = "request.redirected";
    /** To the requester: the manager decided otherwise than the thresholds. */
    static final String OVERRIDDEN = "request.overridden";
    /** To the manager: the requester changed it. */
    static final String EDITED = "request.edited";
    /** To the manager: no longer needed. */
    static final String WITHDRAWN = "request.withdrawn";
    /** To the manager and the requester: the deal ended without a sale. */
    static final String DEAL_LOST = "request.lost";
    /** To the manager, who has not answered yet. */
    static final String NUDGE = "request.nudge";
    /** To the backup, when the manager still has not. */
    static final String ESCALATION = "request.escalation";
    /** To the administrators: a region without a manager. */
    static final String HOLE = "request.hole";
    /** To the requester: another manager has it now. */
    static final String REROUTED = "request.rerouted";

    /** To each manager, weekly: what waits, and who lacks a CSM. */
    static final String DIGEST = "request.digest";

    private RequestKinds() {}
}
